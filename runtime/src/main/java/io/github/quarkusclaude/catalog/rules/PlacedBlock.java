package io.github.quarkusclaude.catalog.rules;

import java.util.ArrayList;
import java.util.List;

import io.github.quarkusclaude.message.Content;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Role;
import io.github.quarkusclaude.message.ToolResultBlock;

/**
 * A block of the conversation and where it is.
 *
 * @param role who says it
 * @param message the index of the message
 * @param index the index of the block in the message
 * @param part the index within the block that holds it; -1 if it stands in the message itself
 * @param block the block
 */
record PlacedBlock(Role role, int message, int index, int part, ContentBlock block) {

    private static final int NONE = -1;

    /** All blocks of the conversation in order, those within tool results and documents after the block they are in. */
    static List<PlacedBlock> of(MessageRequest request) {
        List<PlacedBlock> all = new ArrayList<>();
        List<InputMessage> messages = request.messages();
        for (int message = 0; message < messages.size(); message++) {
            List<ContentBlock> blocks = messages.get(message).content().blocks();
            for (int index = 0; index < blocks.size(); index++) {
                ContentBlock block = blocks.get(index);
                Role role = messages.get(message).role();
                all.add(new PlacedBlock(role, message, index, NONE, block));
                List<ContentBlock> parts = parts(block);
                for (int part = 0; part < parts.size(); part++) {
                    all.add(new PlacedBlock(role, message, index, part, parts.get(part)));
                }
            }
        }
        return all;
    }

    boolean isPart() {
        return part != NONE;
    }

    /** The place in the words of the API's own error messages. */
    String path() {
        return "messages." + message + ".content." + index + (isPart() ? ".content." + part : "");
    }

    private static List<ContentBlock> parts(ContentBlock block) {
        Content content = null;
        if (block instanceof ToolResultBlock result) {
            content = result.content();
        } else if (block instanceof DocumentBlock document && document.source() != null) {
            content = document.source().content();
        }
        return content instanceof Content.Blocks list ? list.blocks() : List.of();
    }
}

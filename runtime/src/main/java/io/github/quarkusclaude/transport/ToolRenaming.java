package io.github.quarkusclaude.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Content;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;
import io.github.quarkusclaude.message.ServerToolResultBlock;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.message.ToolChangeBlock;
import io.github.quarkusclaude.message.ToolChoice;
import io.github.quarkusclaude.message.ToolReferenceBlock;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.message.ToolSearchResult;
import io.github.quarkusclaude.message.ToolTarget;
import io.github.quarkusclaude.message.ToolUseBlock;

/**
 * Renames an application's own tools wherever a request or an answer names them: by structure, so that the arguments and
 * results of tools are never touched.
 *
 * @param rename gives the new name
 */
record ToolRenaming(UnaryOperator<String> rename) {

    MessageRequest in(MessageRequest request) {
        MessageRequestBuilder renamed = request.toBuilder();
        if (request.tools() != null) {
            renamed.tools(request.tools().stream().map(this::in).toList());
        }
        ToolChoice choice = request.toolChoice();
        if (choice != null && choice.name() != null) {
            renamed.toolChoice(new ToolChoice(choice.type(), rename.apply(choice.name()), choice.disableParallelToolUse(),
                    choice.additionalFields()));
        }
        return renamed.messages(request.messages().stream().map(this::in).toList()).build();
    }

    private Tool in(Tool tool) {
        return isOwn(tool) ? tool.withName(rename.apply(tool.name())) : tool;
    }

    /** Whether a tool is the application's, and not one whose name the API fixes. */
    static boolean isOwn(Tool tool) {
        return (tool.type() == null || tool.type().equals("custom")) && tool.name() != null;
    }

    private InputMessage in(InputMessage message) {
        return message.content() instanceof Content.Blocks blocks
                ? message.withContent(Content.of(in(blocks.blocks())))
                : message;
    }

    List<ContentBlock> in(List<ContentBlock> blocks) {
        List<ContentBlock> renamed = new ArrayList<>(blocks.size());
        for (ContentBlock block : blocks) {
            renamed.add(in(block));
        }
        return renamed;
    }

    ContentBlock in(ContentBlock block) {
        if (block instanceof ToolUseBlock call) {
            return call.name() == null || call.toolsetName() != null ? call : call.withName(rename.apply(call.name()));
        }
        if (block instanceof ToolReferenceBlock reference) {
            return reference.toolName() == null ? reference
                    : new ToolReferenceBlock(rename.apply(reference.toolName()), reference.cacheControl(),
                            reference.additionalFields());
        }
        if (block instanceof ToolResultBlock result) {
            return result.content() instanceof Content.Blocks blocks
                    ? new ToolResultBlock(result.toolUseId(), Content.of(in(blocks.blocks())), result.isError(),
                            result.toolsetName(), result.cacheControl(), result.additionalFields())
                    : result;
        }
        if (block instanceof ServerToolResultBlock result) {
            return result.content() instanceof ToolSearchResult found && found.toolReferences() != null
                    ? new ServerToolResultBlock(result.type(), result.toolUseId(),
                            new ToolSearchResult(in(found.toolReferences()), found.additionalFields()), result.caller(),
                            result.cacheControl(), result.additionalFields())
                    : result;
        }
        return block instanceof ToolChangeBlock change
                ? new ToolChangeBlock(change.type(), in(change.tool()), change.cacheControl(), change.additionalFields())
                : block;
    }

    private @Nullable ToolTarget in(@Nullable ToolTarget target) {
        if (target == null || target.serverName() != null) {
            return target;
        }
        return new ToolTarget(target.type(), target.name() == null ? null : rename.apply(target.name()), null,
                target.definition() == null ? null : in(target.definition()), target.additionalFields());
    }
}

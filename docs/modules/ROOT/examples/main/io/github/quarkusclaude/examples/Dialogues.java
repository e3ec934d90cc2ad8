package io.github.quarkusclaude.examples;

import java.util.List;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.message.Conversation;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.message.ToolResultBlock;

/** Conversations of several turns. */
public final class Dialogues {

    private Dialogues() {
    }

    static Conversation twoTurns(ClaudeClient claude) {
        // tag::turns[]
        Conversation conversation = Conversation.START.system("Answer in one sentence.").user("What is 6 * 7?");
        conversation = conversation.add(claude.generate(conversation.toRequest()));

        conversation = conversation.user("And times two?");
        conversation = conversation.add(claude.generate(conversation.toRequest()));
        // end::turns[]
        return conversation;
    }

    static List<Message> fork(ClaudeClient claude, Conversation conversation) {
        // tag::fork[]
        Conversation inFrench = conversation.user("Say it in French.");
        Conversation inGerman = conversation.user("Say it in German."); // <1>

        List<Message> answers = List.of(
                claude.generate(inFrench.toRequest()),
                claude.generate(inGerman.toRequest("claude-haiku-4-5"))); // <2>
        // end::fork[]
        return answers;
    }

    static Conversation tools(ClaudeClient claude, Tool weather, String question) {
        // tag::tools[]
        MessageRequest settings = MessageRequest.builder().tool(weather).maxTokens(2000).build();

        Conversation conversation = Conversation.START.user(question);
        Message answer = claude.generate(conversation.applyTo(settings.toBuilder()).build()); // <1>
        conversation = conversation.add(answer);
        while (!conversation.openToolUses().isEmpty()) {
            List<ToolResultBlock> results = conversation.openToolUses().stream()
                    .map(use -> ToolResultBlock.of(use, "12 °C and rain"))
                    .toList();
            conversation = conversation.results(results); // <2>
            conversation = conversation.add(claude.generate(conversation.applyTo(settings.toBuilder()).build()));
        }
        // end::tools[]
        return conversation;
    }
}

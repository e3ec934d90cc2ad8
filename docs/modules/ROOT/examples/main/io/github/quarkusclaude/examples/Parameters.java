package io.github.quarkusclaude.examples;

import java.util.List;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.message.CacheMiss;
import io.github.quarkusclaude.message.ContextAmount;
import io.github.quarkusclaude.message.ContextEdit;
import io.github.quarkusclaude.message.ContextManagement;
import io.github.quarkusclaude.message.DiagnosticsConfig;
import io.github.quarkusclaude.message.Fallbacks;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageThread;
import io.github.quarkusclaude.message.Metadata;
import io.github.quarkusclaude.message.OutputConfig;
import io.github.quarkusclaude.message.TaskBudget;

/** Parameters that not every request needs. */
public final class Parameters {

    private Parameters() {
    }

    static MessageRequest common(String question, String user) {
        // tag::common[]
        MessageRequest request = MessageRequest.builder()
                .user(question)
                .metadata(Metadata.user(user))
                .serviceTier("standard_only")
                .inferenceGeo("us")
                .stopSequences(List.of("THE END"))
                .build();
        // end::common[]
        return request;
    }

    static MessageRequest context(MessageRequest request) {
        // tag::context[]
        MessageRequest managed = request.toBuilder()
                .contextManagement(ContextManagement.of(
                        ContextEdit.ClearThinking.keeping(2), // <1>
                        ContextEdit.ClearToolUses.create()
                                .startingAt(ContextAmount.inputTokens(50_000))
                                .keeping(5)
                                .excluding("memory")))
                .build();
        // end::context[]
        return managed;
    }

    static MessageRequest fallbacks(String question) {
        // tag::fallbacks[]
        MessageRequest request = MessageRequest.builder()
                .model("claude-fable-5-1")
                .fallbacks(Fallbacks.of("claude-opus-5-5"))
                .user(question)
                .build();
        // end::fallbacks[]
        return request;
    }

    static MessageRequest budget(String task) {
        // tag::budget[]
        MessageRequest request = MessageRequest.builder()
                .outputConfig(OutputConfig.effort("high").withTaskBudget(TaskBudget.tokens(200_000)))
                .user(task)
                .build();
        // end::budget[]
        return request;
    }

    static String cacheMiss(ClaudeClient claude, MessageRequest first, String question) {
        // tag::diagnostics[]
        Message answer = claude.generate(first.toBuilder().diagnostics(DiagnosticsConfig.FIRST_TURN).build());

        Message next = claude.generate(first.toBuilder()
                .assistant(answer)
                .user(question)
                .diagnostics(DiagnosticsConfig.after(answer.id()))
                .build());
        CacheMiss miss = next.diagnostics() == null ? null : next.diagnostics().cacheMissReason();
        // end::diagnostics[]
        return miss == null ? "no miss" : miss.type();
    }

    static MessageRequest thread(Message answer, String question) {
        // tag::thread[]
        MessageRequest request = MessageRequest.builder()
                .thread(MessageThread.continueAfter(answer.id()))
                .user(question) // <1>
                .build();
        // end::thread[]
        return request;
    }
}

package io.github.quarkusclaude.examples;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageJoin;
import io.github.quarkusclaude.stream.ContentBlockDelta;
import io.github.quarkusclaude.stream.Delta;
import io.github.quarkusclaude.stream.MessageStream;
import io.github.quarkusclaude.stream.StreamEvent;
import io.smallrye.mutiny.Uni;

/** Answers as they are written. */
@ApplicationScoped
public class Streams {

    @Inject
    ClaudeClient claude;

    @Inject
    ReactiveClaudeClient reactive;

    Message print(String question, PrintStream out) {
        // tag::blocking[]
        try (MessageStream stream = claude.stream(question)) { // <1>
            stream.text().forEach(out::print); // <2>
            return stream.finalMessage(); // <3>
        }
        // end::blocking[]
    }

    int thoughts(String question) {
        AtomicInteger characters = new AtomicInteger();
        // tag::events[]
        try (MessageStream stream = claude.stream(question)) {
            for (StreamEvent event : stream) {
                if (event instanceof ContentBlockDelta change
                        && change.delta() instanceof Delta.ThinkingDelta thinking) {
                    characters.addAndGet(thinking.thinking().length());
                }
            }
        }
        // end::events[]
        return characters.get();
    }

    Uni<Message> whole(String question) {
        // tag::final[]
        Uni<Message> message = reactive.stream(question).finalMessage();
        // end::final[]
        return message;
    }

    String withSeams(Message message) {
        // tag::joins[]
        StringBuilder shown = new StringBuilder(message.text());
        for (MessageJoin join : message.joins()) { // <1>
            shown.append("\nContinued behind ").append(join.offset()).append(" characters, because: ") // <2>
                    .append(join.failure().getMessage());
        }
        // end::joins[]
        return shown.toString();
    }
}

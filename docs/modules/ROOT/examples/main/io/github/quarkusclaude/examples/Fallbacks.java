package io.github.quarkusclaude.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.catalog.FallbackEvent;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.FallbackException;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ModelChoice;
import io.github.quarkusclaude.message.ModelRoute;
import io.github.quarkusclaude.message.RequestOptions;

/** What happens when a model does not answer. */
@ApplicationScoped
public class Fallbacks {

    private final AtomicInteger missing = new AtomicInteger();

    String answer(ClaudeClient claude, MessageRequest request) {
        // tag::choice[]
        Message answer = claude.generate(request);
        ModelChoice choice = answer.modelChoice();
        String note = "";
        if (choice.isFallback()) {
            note = choice.route() + " answered instead of " + choice.requested() + ": " + choice.reason(); // <1>
        }
        for (ModelChoice.Attempt attempt : choice.attempts()) { // <2>
            note += ", " + attempt.route() + ": " + attempt.reason();
            if (attempt.answer() != null) {
                note += " of " + attempt.answer().usage().outputTokens() + " tokens"; // <3>
            }
        }
        // end::choice[]
        return note;
    }

    // tag::event[]
    void count(@Observes FallbackEvent event) {
        if (event.reason() == ModelChoice.Reason.RETIREMENT) {
            missing.incrementAndGet();
        }
    }
    // end::event[]

    MessageRequest quick() {
        // tag::own[]
        RequestOptions quick = RequestOptions.DEFAULT
                .withFallback(List.of(ModelRoute.to("claude-haiku-5-5"), ModelRoute.via("reserve"))); // <1>
        RequestOptions nobodyElse = RequestOptions.DEFAULT.withFallback(List.of()); // <2>
        // end::own[]
        return MessageRequest.builder().user("Hello").options(quick.fallback().isEmpty() ? nobodyElse : quick).build();
    }

    List<String> failures(ClaudeClient claude) {
        List<String> failures = new ArrayList<>();
        // tag::failed[]
        try {
            claude.generate("Hello");
        } catch (ClaudeException e) {
            failures.add(e.getMessage());
            for (Throwable other : e.getSuppressed()) {
                if (other instanceof FallbackException fallback) {
                    failures.add(fallback.route() + ": " + fallback.getCause().getMessage());
                }
            }
        }
        // end::failed[]
        return failures;
    }

    int missing() {
        return missing.get();
    }
}

package io.github.quarkusclaude.examples;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.error.RateLimitException;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.stream.MessageStream;

/** What to do when a call fails. */
@ApplicationScoped
public class Failures {

    @Inject
    ClaudeClient claude;

    String ask(String question) {
        // tag::catch[]
        try {
            return claude.generate(question).text();
        } catch (RateLimitException e) {
            Optional<Duration> wait = e.retryAfter();
            return "Ask again " + wait.map(time -> "in " + time.toSeconds() + " s").orElse("later");
        } catch (OverloadedException e) {
            return "Claude has too much to do";
        } catch (AuthenticationException e) {
            return "The key is not valid";
        } catch (ClaudeException e) {
            return "Failed: " + e.code().orElse(e.getMessage()) + ", request " + e.requestId().orElse("unknown");
        }
        // end::catch[]
    }

    String partial(String question) {
        // tag::partial[]
        try (MessageStream stream = claude.stream(question)) {
            return stream.finalMessage().text();
        } catch (ClaudeException e) {
            return e.partialMessage().map(Message::text).orElse("");
        }
        // end::partial[]
    }
}

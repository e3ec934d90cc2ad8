package io.github.quarkusclaude.examples;

import jakarta.enterprise.context.ApplicationScoped;

import io.github.quarkusclaude.ClaudeClient;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;

/** Work with a span of its own, in which Claude is asked. */
@ApplicationScoped
public class TracedWork {

    private final ClaudeClient claude;

    TracedWork(ClaudeClient claude) {
        this.claude = claude;
    }

    // tag::span[]
    @WithSpan("summarize")
    String summarize(@SpanAttribute("document.id") String id, String text) {
        return claude.generate("Summarize: " + text).text();
    }
    // end::span[]
}

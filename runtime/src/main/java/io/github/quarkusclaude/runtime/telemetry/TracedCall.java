package io.github.quarkusclaude.runtime.telemetry;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.Usage;
import io.github.quarkusclaude.observation.CallEnd;
import io.github.quarkusclaude.observation.CallWatch;
import io.github.quarkusclaude.observation.ObservedCall;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

/**
 * The span of one call. The spans of the requests it takes are its children.
 */
final class TracedCall implements CallWatch {

    private static final AttributeKey<List<String>> FINISH_REASONS = AttributeKey
            .stringArrayKey(GenAi.RESPONSE_FINISH_REASONS);
    private static final double NANOS = 1e9;

    private final Span span;
    private final Context context;
    private final boolean captureContent;
    private final long begin = System.nanoTime();

    /** @param context of the span */
    TracedCall(Span span, Context context, ObservedCall call, boolean captureContent) {
        this.span = span;
        this.context = context;
        this.captureContent = captureContent;
        if (captureContent) {
            span.setAttribute(GenAi.INPUT_MESSAGES, GenAiContent.input(call.request().messages()));
            if (call.request().system() != null) {
                span.setAttribute(GenAi.SYSTEM_INSTRUCTIONS, GenAiContent.instructions(call.request().system()));
            }
        }
    }

    @Override
    public boolean needsContext() {
        return true;
    }

    @Override
    public void entered() {
        // never closed: the context ends with the call
        context.makeCurrent();
    }

    @Override
    public boolean needsContent() {
        return captureContent;
    }

    @Override
    public void waited(Duration time) {
        span.addEvent("claude.wait", Attributes.of(AttributeKey.doubleKey("claude.wait.seconds"), seconds(time)));
    }

    @Override
    public void retrying(Throwable failure, Duration delay) {
        span.addEvent("claude.retry", Attributes.of(AttributeKey.stringKey(GenAi.ERROR_TYPE), GenAi.errorType(failure),
                AttributeKey.doubleKey("claude.retry.delay.seconds"), seconds(delay)));
    }

    @Override
    public void firstContent() {
        span.setAttribute(GenAi.RESPONSE_TIME_TO_FIRST_CHUNK, (System.nanoTime() - begin) / NANOS);
    }

    @Override
    public void ended(CallEnd end) {
        if (end.message() != null) {
            answered(end.message());
        }
        if (end.failure() != null) {
            span.setAttribute(GenAi.ERROR_TYPE, GenAi.errorType(end.failure()));
            span.setStatus(StatusCode.ERROR, String.valueOf(end.failure().getMessage()));
        }
        if (end.isCancelled()) {
            span.setAttribute("claude.cancelled", true);
        }
        span.end();
    }

    private void answered(Message message) {
        if (message.id() != null) {
            span.setAttribute(GenAi.RESPONSE_ID, message.id());
        }
        if (message.model() != null) {
            span.setAttribute(GenAi.RESPONSE_MODEL, message.model());
        }
        if (message.stopReason() != null) {
            span.setAttribute(FINISH_REASONS, List.of(message.stopReason().value()));
        }
        used(message.usage());
        if (captureContent) {
            span.setAttribute(GenAi.OUTPUT_MESSAGES, GenAiContent.output(message));
        }
    }

    private void used(Usage usage) {
        if (usage.inputTokens() != null) {
            // the API's number is without the prompt cache
            span.setAttribute(GenAi.USAGE_INPUT_TOKENS, usage.totalInputTokens());
        }
        set(GenAi.USAGE_OUTPUT_TOKENS, usage.outputTokens());
        set(GenAi.USAGE_CACHE_READ, usage.cacheReadInputTokens());
        set(GenAi.USAGE_CACHE_WRITE, usage.cacheCreationInputTokens());
        if (usage.thinkingTokens() > 0) {
            span.setAttribute(GenAi.USAGE_REASONING, usage.thinkingTokens());
        }
    }

    private void set(String attribute, @Nullable Integer tokens) {
        if (tokens != null) {
            span.setAttribute(attribute, tokens);
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS;
    }
}

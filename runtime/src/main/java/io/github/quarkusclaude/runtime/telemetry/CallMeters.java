package io.github.quarkusclaude.runtime.telemetry;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.Cost;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.Usage;
import io.github.quarkusclaude.observation.CallEnd;
import io.github.quarkusclaude.observation.ObservedCall;
import io.github.quarkusclaude.tool.ToolCall;
import io.github.quarkusclaude.tool.ToolResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * The meters of calls. Where OpenTelemetry's conventions for generative AI have a metric, it has their name and attributes.
 */
final class CallMeters {

    static final String CLIENT = "claude.client";
    private static final String NO_ERROR = "none";

    private final ModelTag models;
    private final ModelCatalog catalog;
    private final MeterRegistry registry;

    CallMeters(MeterRegistry registry, ModelCatalog catalog) {
        this.registry = registry;
        this.catalog = catalog;
        this.models = new ModelTag(catalog);
    }

    /** What all metrics of a call tell about it. */
    Tags tags(ObservedCall call) {
        return Tags.of(GenAi.OPERATION_NAME, GenAi.CHAT, GenAi.PROVIDER_NAME, GenAi.ANTHROPIC, GenAi.REQUEST_MODEL,
                models.of(call.request().model()), CLIENT, call.client());
    }

    void retried(Tags call, Throwable failure) {
        Counter.builder("claude.client.retries").description("How often requests were sent again")
                .tags(call.and(GenAi.ERROR_TYPE, GenAi.errorType(failure))).register(registry).increment();
    }

    void waited(Tags call, Duration time) {
        Timer.builder("claude.client.wait").description("How long calls waited to stay within limits")
                .tags(call).register(registry).record(time);
    }

    void answerBegun(Tags call, Duration time) {
        Timer.builder("gen_ai.client.operation.time_to_first_chunk")
                .description("How long it took until the content of a streamed answer began")
                .tags(call).register(registry).record(time);
    }

    void ended(Tags call, boolean isStreamed, CallEnd end, Duration time) {
        String outcome = end.isAnswered() ? "answered" : end.isCancelled() ? "cancelled" : "failed";
        Timer.builder("gen_ai.client.operation.duration")
                .description("How long calls took, with all waits and retries")
                .tags(call.and(GenAi.REQUEST_STREAM, Boolean.toString(isStreamed), "outcome", outcome, GenAi.ERROR_TYPE,
                        end.failure() == null ? NO_ERROR : GenAi.errorType(end.failure())))
                .register(registry).record(time);
        Message message = end.message();
        if (message != null) {
            Tags answered = call.and(GenAi.RESPONSE_MODEL, models.of(message.model()));
            used(answered, message.usage());
            charged(answered, message);
        }
    }

    void toolEnded(ToolCall tool, @Nullable ToolResult result, @Nullable Throwable failure, Duration time) {
        String outcome = failure != null || result != null && result.isError() ? "failed"
                : result == null ? "abandoned" : "returned";
        Timer.builder("gen_ai.execute_tool.duration").description("How long tools ran")
                .tags(GenAi.OPERATION_NAME, GenAi.EXECUTE_TOOL, GenAi.TOOL_NAME, tool.name(), "outcome", outcome,
                        GenAi.ERROR_TYPE, failure == null ? NO_ERROR : GenAi.errorType(failure))
                .register(registry).record(time);
    }

    private void used(Tags call, Usage usage) {
        if (usage.inputTokens() != null) {
            tokens(call, "input", usage.totalInputTokens());
            count(call, "input", usage.inputTokens());
            count(call, "cache_write", usage.cacheCreationInputTokens());
            count(call, "cache_read", usage.cacheReadInputTokens());
        }
        if (usage.outputTokens() != null) {
            tokens(call, "output", usage.outputTokens());
            count(call, "output", usage.outputTokens());
        }
    }

    private void tokens(Tags call, String type, int tokens) {
        DistributionSummary.builder("gen_ai.client.token.usage").description("How many tokens calls used")
                .baseUnit("tokens").tags(call.and(GenAi.TOKEN_TYPE, type)).register(registry).record(tokens);
    }

    private void count(Tags call, String kind, @Nullable Integer tokens) {
        if (tokens != null && tokens > 0) {
            Counter.builder("claude.client.tokens").description("Tokens, by how they are charged").baseUnit("tokens")
                    .tags(call.and("kind", kind)).register(registry).increment(tokens);
        }
    }

    private void charged(Tags call, Message message) {
        Optional<Cost> known = catalog.cost(message);
        known.ifPresent(cost -> {
            charge(call, "input", cost.input());
            charge(call, "cache_write", cost.cacheWrite());
            charge(call, "cache_read", cost.cacheRead());
            charge(call, "output", cost.output());
            charge(call, "server_tools", cost.serverTools());
        });
        // of an answer that broke off, only a part has been told
        if (known.isEmpty() || message.stopReason() == null) {
            Counter.builder("claude.client.cost.unknown")
                    .description("Answers whose cost is not known, or not all of it").tags(call).register(registry)
                    .increment();
        }
    }

    private void charge(Tags call, String kind, BigDecimal amount) {
        if (amount.signum() > 0) {
            Counter.builder("claude.client.cost").description("What answers cost, in US dollars").baseUnit("usd")
                    .tags(call.and("kind", kind)).register(registry).increment(amount.doubleValue());
        }
    }
}

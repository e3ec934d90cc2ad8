package io.github.quarkusclaude.runtime.telemetry;

import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.observation.CallWatch;
import io.github.quarkusclaude.observation.ClientObserver;
import io.github.quarkusclaude.observation.ObservedCall;
import io.github.quarkusclaude.tool.ToolCall;
import io.github.quarkusclaude.tool.ToolObserver;
import io.github.quarkusclaude.tool.ToolWatch;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * Gives calls spans, as OpenTelemetry's conventions for generative AI have them.
 */
public class OpenTelemetryObserver implements ClientObserver, ToolObserver {

    private static final String SCOPE = "io.github.quarkusclaude";

    private final Tracer tracer;
    private final TracingRuntimeConfig config;

    OpenTelemetryObserver(OpenTelemetry openTelemetry, TracingRuntimeConfig config) {
        this.tracer = openTelemetry.getTracer(SCOPE);
        this.config = config;
    }

    @Override
    public CallWatch started(ObservedCall call) {
        Context callers = Context.current();
        Span span = span(call).setParent(callers).startSpan();
        return span.getSpanContext().isValid()
                ? new TracedCall(span, callers.with(span), call, config.captureContent() && span.isRecording())
                : CallWatch.NOBODY;
    }

    @Override
    public ToolWatch started(ToolCall tool) {
        Span span = tracer.spanBuilder(GenAi.EXECUTE_TOOL + " " + tool.name())
                .setAttribute(GenAi.OPERATION_NAME, GenAi.EXECUTE_TOOL)
                .setAttribute(GenAi.TOOL_NAME, tool.name())
                .setAttribute(GenAi.TOOL_TYPE, GenAi.FUNCTION)
                .setAttribute(GenAi.TOOL_CALL_ID, tool.id())
                .startSpan();
        return new TracedTool(span, tool, config.captureContent());
    }

    private SpanBuilder span(ObservedCall call) {
        MessageRequest request = call.request();
        SpanBuilder span = tracer.spanBuilder(GenAi.CHAT + " " + request.model()).setSpanKind(SpanKind.CLIENT)
                .setAttribute(GenAi.OPERATION_NAME, GenAi.CHAT)
                .setAttribute(GenAi.PROVIDER_NAME, GenAi.ANTHROPIC)
                .setAttribute(GenAi.REQUEST_MODEL, request.model())
                .setAttribute(GenAi.SERVER_ADDRESS, call.host())
                .setAttribute(GenAi.SERVER_PORT, call.port())
                .setAttribute(CallMeters.CLIENT, call.client());
        if (call.isStreamed()) {
            span.setAttribute(GenAi.REQUEST_STREAM, true);
        }
        if (request.maxTokens() != null) {
            span.setAttribute(GenAi.REQUEST_MAX_TOKENS, request.maxTokens());
        }
        if (request.temperature() != null) {
            span.setAttribute(GenAi.REQUEST_TEMPERATURE, request.temperature());
        }
        if (request.topP() != null) {
            span.setAttribute(GenAi.REQUEST_TOP_P, request.topP());
        }
        if (request.topK() != null) {
            span.setAttribute(GenAi.REQUEST_TOP_K, request.topK());
        }
        return span;
    }
}

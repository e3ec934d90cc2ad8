package io.github.quarkusclaude.runtime.telemetry;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.tool.ToolCall;
import io.github.quarkusclaude.tool.ToolResult;
import io.github.quarkusclaude.tool.ToolWatch;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/**
 * The span of one run of a tool. What tools throw may quote what they were asked, so that only its class is told.
 */
final class TracedTool implements ToolWatch {

    private final Span span;
    private final boolean captureContent;

    TracedTool(Span span, ToolCall call, boolean captureContent) {
        this.span = span;
        this.captureContent = captureContent;
        if (captureContent) {
            span.setAttribute(GenAi.TOOL_CALL_ARGUMENTS, call.input().toString());
        }
    }

    @Override
    public void ended(@Nullable ToolResult result, @Nullable Throwable failure) {
        if (failure != null) {
            span.setAttribute(GenAi.ERROR_TYPE, GenAi.errorType(failure));
        }
        if (failure != null || result != null && result.isError()) {
            span.setStatus(StatusCode.ERROR);
        }
        if (result == null && failure == null) {
            span.setAttribute("claude.cancelled", true);
        }
        if (captureContent && result != null) {
            span.setAttribute(GenAi.TOOL_CALL_RESULT, GenAiContent.result(result.content()));
        }
        span.end();
    }
}

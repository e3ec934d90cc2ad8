package io.github.quarkusclaude.simulator;

import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code POST /v1/messages}: a message, whole or streamed. */
final class MessagesEndpoint implements Endpoint {

    private final Access access;
    private final RequestChecks checks;
    private final RateLimits rateLimits;
    private final ScriptQueue scripts;
    private final ThreadStore threads;
    private final AnswerComposer composer;
    private final PromptCache cache;
    private final ContainerStore containers;
    private final Responder responder;
    private final Json json;

    MessagesEndpoint(Access access, RequestChecks checks, RateLimits rateLimits, ScriptQueue scripts, ThreadStore threads,
            AnswerComposer composer, PromptCache cache, ContainerStore containers, Responder responder, Json json) {
        this.access = access;
        this.checks = checks;
        this.rateLimits = rateLimits;
        this.scripts = scripts;
        this.threads = threads;
        this.composer = composer;
        this.cache = cache;
        this.containers = containers;
        this.responder = responder;
        this.json = json;
    }

    @Override
    public void handle(Exchange exchange) {
        Caller caller = access.admit(exchange);
        ObjectNode body = new JsonBody(json).read(exchange);
        ScriptedAnswer unchecked = scripts.takeUnchecked();
        if (unchecked != null) {
            replaceApi(exchange, unchecked);
            return;
        }
        MessagesRequest request = checks.accept(threads.whole(body, caller), caller, false);
        long inputTokens = TokenEstimate.ofRequest(request.body());
        checkContextWindow(request, inputTokens);
        Allowance allowance = rateLimits.of(caller, request.model());
        // what is read from the cache does not count
        allowance.admit(inputTokens - cache.lookUp(request, inputTokens).read());
        answer(exchange, request, scripts.take(), allowance);
    }

    private void answer(Exchange exchange, MessagesRequest request, @Nullable ScriptedAnswer script, Allowance allowance) {
        if (script == null) {
            Answer answer = composer.compose(request);
            spend(exchange, request, answer, allowance);
            send(exchange, request, answer, answer::toJson);
            return;
        }
        ScriptedAnswer bare = HeaderScript.bare(script);
        if (bare instanceof TextScript given) {
            Answer answer = composer.compose(request, given.text());
            spend(exchange, request, answer, allowance);
            HeaderScript.headers(script).forEach(exchange::putHeader);
            send(exchange, request, answer, answer::toJson);
        } else if (bare instanceof MessageScript given) {
            Answer answer = Answer.of(given.message());
            answer.containerId().ifPresent(containers::keep);
            spend(exchange, request, answer, allowance);
            HeaderScript.headers(script).forEach(exchange::putHeader);
            send(exchange, request, answer, given::message);
        } else {
            replaceApi(exchange, script);
        }
    }

    private void spend(Exchange exchange, MessagesRequest request, Answer answer, Allowance allowance) {
        threads.keep(request, answer);
        allowance.spend(answer.outputTokens());
        allowance.headers().forEach(exchange::putHeader);
    }

    private void send(Exchange exchange, MessagesRequest request, Answer answer, Supplier<JsonNode> whole) {
        if (request.isStreamed()) {
            responder.stream(exchange, new MessageEvents(answer, json));
        } else {
            responder.json(exchange, whole.get());
        }
    }

    private void replaceApi(Exchange exchange, ScriptedAnswer script) {
        Map<String, String> headers = HeaderScript.headers(script);
        headers.forEach(exchange::putHeader);
        ScriptedAnswer bare = HeaderScript.bare(script);
        if (bare instanceof ErrorScript error) {
            responder.error(exchange, error.error(), headers);
        } else if (bare instanceof BytesScript bytes) {
            responder.bytes(exchange, bytes);
        } else if (bare instanceof StreamScript stream) {
            stream.serve(exchange);
        }
    }

    private static void checkContextWindow(MessagesRequest request, long inputTokens) {
        request.model().limit("max_input_tokens").ifPresent(limit -> {
            if (inputTokens > limit) {
                throw new ApiException(
                        ApiError.invalid("prompt is too long: " + inputTokens + " tokens > " + limit + " maximum"));
            }
        });
    }
}

package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** Takes in every request: records it, lets faults strike, hands it to its endpoint, turns failures into error answers. */
final class FrontDoor {

    private final Router router;
    private final Responder responder;
    private final EdgeFaults edgeFaults;
    private final FaultPlan faultPlan;
    private final AnswerHeaders answerHeaders;
    private final RequestLog log;
    private final Identifiers identifiers;
    private final Json json;
    private final Clock clock;

    FrontDoor(Router router, Responder responder, FaultPlan faultPlan, AnswerHeaders answerHeaders, RequestLog log,
            Identifiers identifiers, Json json, Clock clock) {
        this.router = router;
        this.responder = responder;
        this.edgeFaults = new EdgeFaults(responder, clock);
        this.faultPlan = faultPlan;
        this.answerHeaders = answerHeaders;
        this.log = log;
        this.identifiers = identifiers;
        this.json = json;
        this.clock = clock;
    }

    void enter(HttpServerRequest request, Connection connection) {
        Context context = Vertx.currentContext();
        router.intake(request.method(), request.path()).receive(request,
                body -> connection.ready().onSuccess(ready -> handle(request, body, connection, context)));
    }

    private void handle(HttpServerRequest request, RequestBody body, Connection connection, Context context) {
        byte[] bytes = body.bytes();
        ApiException undecodable = null;
        try {
            String encoding = Optional.ofNullable(request.getHeader("content-encoding")).orElse("identity");
            bytes = body.isTooLarge() ? bytes : ContentEncoding.decode(bytes, encoding, body.mostBytes());
        } catch (ApiException e) {
            undecodable = e;
        }
        RecordedRequest record = new RecordedRequest(identifiers.nextRequest(), RequestLine.of(request), headers(request),
                bytes, json, connection, clock.instant());
        Exchange exchange = new Exchange(request, record, bytes, body.upload(), context, clock);
        exchange.orderHeaders(answerHeaders.get());
        exchange.putHeader("request-id", record.requestId());
        exchange.putHeader("anthropic-organization-id", identifiers.organization());
        log.add(record);
        try {
            exchange.faults(faultPlan.of(exchange));
            if (edgeFaults.strike(exchange)) {
                return;
            }
            if (undecodable != null) {
                throw undecodable;
            }
            if (body.isTooLarge()) {
                throw new ApiException(ErrorType.REQUEST_TOO_LARGE.error());
            }
            router.handle(request.method(), request.path(), exchange);
        } catch (ApiException e) {
            responder.error(exchange, e.error(), e.headers());
        } catch (RuntimeException e) {
            responder.error(exchange, ErrorType.API.error("The simulator failed: " + e), Map.of());
        } finally {
            exchange.upload().ifPresent(Upload::discard);
        }
    }

    private static Map<String, List<String>> headers(HttpServerRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().names().forEach(name -> headers.put(name, List.copyOf(request.headers().getAll(name))));
        return Collections.unmodifiableMap(headers);
    }
}

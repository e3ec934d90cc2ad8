package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Carries out the faults that replace an answer altogether. */
final class EdgeFaults {

    private static final byte[] GATEWAY_PAGE = """
            <html>
            <head><title>502 Bad Gateway</title></head>
            <body><center><h1>502 Bad Gateway</h1></center></body>
            </html>
            """.getBytes(StandardCharsets.UTF_8);

    private final Responder responder;
    private final Clock clock;

    EdgeFaults(Responder responder, Clock clock) {
        this.responder = responder;
        this.clock = clock;
    }

    /** Tells whether the exchange is over. */
    boolean strike(Exchange exchange) {
        Faults faults = exchange.faults();
        Optional<Fault> status = faults.find(Fault.Kind.STATUS);
        if (faults.has(Fault.Kind.RESET)) {
            exchange.abort();
        } else if (status.isPresent()) {
            fail(exchange, status.get());
        } else if (faults.has(Fault.Kind.HTML_502)) {
            responder.html(exchange, 502, GATEWAY_PAGE);
        } else if (faults.has(Fault.Kind.EMPTY_BODY)) {
            exchange.send(500, "text/plain", new byte[0]);
        } else {
            return false;
        }
        return true;
    }

    private void fail(Exchange exchange, Fault fault) {
        ApiError error = ErrorType.ofStatus(fault.value()).orElse(ErrorType.API).error();
        ApiError coded = fault.errorCode().map(error::coded).orElse(error);
        Instant now = clock.instant().plus(exchange.faults().clockSkew());
        Map<String, String> headers = fault.retryAfter()
                .map(retryAfter -> Map.of(retryAfter.header(), retryAfter.value(now)))
                .orElse(Map.of());
        responder.error(exchange, coded, headers);
    }
}

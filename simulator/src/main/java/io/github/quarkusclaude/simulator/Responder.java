package io.github.quarkusclaude.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import com.fasterxml.jackson.databind.JsonNode;

import io.vertx.core.buffer.Buffer;

/** Sends answers in the shapes of the API, with the faults that are ordered for the exchange. */
final class Responder {

    private static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";
    private static final int TRICKLE_BYTES = 16;

    private final Json json;
    private final long deltaDelay;

    Responder(Json json, Duration deltaDelay) {
        this.json = json;
        this.deltaDelay = millis(deltaDelay);
    }

    void json(Exchange exchange, JsonNode body) {
        Faults faults = compressed(exchange);
        String contentType = faults.has(Fault.Kind.WRONG_CONTENT_TYPE) ? HTML : JSON;
        if (faults.list().isEmpty()) {
            exchange.send(200, contentType, json.bytes(body));
        } else {
            write(exchange, contentType, new BodyFrames(json.bytes(body), faults));
        }
    }

    /** Sends a body that never exists as a whole. */
    void pieces(Exchange exchange, String contentType, Iterator<byte[]> pieces) {
        Faults faults = compressed(exchange);
        write(exchange, faults.has(Fault.Kind.WRONG_CONTENT_TYPE) ? HTML : contentType, new BodyFrames(pieces, faults));
    }

    void stream(Exchange exchange, Iterator<SseEvent> events) {
        Faults faults = compressed(exchange);
        String contentType = faults.has(Fault.Kind.WRONG_CONTENT_TYPE) ? JSON : BytesScript.EVENT_STREAM;
        JsonNode error = ErrorType.OVERLOADED.error().toJson(exchange.record().requestId());
        SseEvent errorEvent = new SseEvent("error", json.bytes(error));
        write(exchange, contentType, new EventFrames(events, faults, errorEvent, deltaDelay));
    }

    void error(Exchange exchange, ApiError error, Map<String, String> headers) {
        if (!error.isSpendLimit()) {
            exchange.putHeader("x-should-retry", Boolean.toString(error.worthRetrying()));
        }
        headers.forEach(exchange::putHeader);
        compressed(exchange);
        exchange.send(error.status(), JSON, json.bytes(error.toJson(exchange.record().requestId())));
    }

    /** An error of the authorization server. */
    void oauthError(Exchange exchange, OAuthException refusal) {
        exchange.send(refusal.status(), JSON, json.bytes(refusal.toJson()));
    }

    /** Sends somebody's browser elsewhere, where it asks with GET. */
    void redirect(Exchange exchange, URI target) {
        exchange.putHeader("location", target.toString());
        exchange.send(303, HTML, new byte[0]);
    }

    void html(Exchange exchange, int status, byte[] page) {
        exchange.send(status, HTML, page);
    }

    /** Sends scripted bytes, untouched by faults. */
    void bytes(Exchange exchange, BytesScript script) {
        List<Frame> frames = new ArrayList<>();
        for (byte[] chunk : script.chunks()) {
            if (!frames.isEmpty() && !script.pause().isZero()) {
                frames.add(new Frame.Pause(millis(script.pause())));
            }
            frames.add(new Frame.Bytes(Buffer.buffer(chunk)));
        }
        if (frames.size() == 1 && !script.contentType().equals(BytesScript.EVENT_STREAM)) {
            exchange.send(script.status(), script.contentType(), script.chunks().get(0));
        } else {
            exchange.open(script.status(), script.contentType());
            new FrameWriter(exchange, frames.iterator()).start();
        }
    }

    /** The faults, after the one that concerns the whole body. */
    private static Faults compressed(Exchange exchange) {
        if (exchange.faults().has(Fault.Kind.GZIP)) {
            exchange.compressIfAccepted();
        }
        return exchange.faults();
    }

    private void write(Exchange exchange, String contentType, Iterator<Frame> frames) {
        exchange.open(200, contentType);
        new FrameWriter(exchange, shaped(frames, exchange.faults())).start();
    }

    /** The frames, after the faults that look at bytes only. */
    private static Iterator<Frame> shaped(Iterator<Frame> frames, Faults faults) {
        OptionalInt resetAt = faults.value(Fault.Kind.RESET_AT_BYTE);
        OptionalInt trickle = faults.value(Fault.Kind.TRICKLE);
        Iterator<Frame> cut = resetAt.isPresent() ? new CutFrames(frames, resetAt.getAsInt()) : frames;
        boolean singly = faults.has(Fault.Kind.ONE_BYTE_CHUNKS);
        return singly || trickle.isPresent() ? new PieceFrames(cut, singly ? 1 : TRICKLE_BYTES, trickle.orElse(0)) : cut;
    }

    /** Whole milliseconds, rounded up: the timers know nothing shorter. */
    private static long millis(Duration duration) {
        return duration.plusNanos(999_999).toMillis();
    }
}

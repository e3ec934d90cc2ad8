package io.github.quarkusclaude.transport;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.batch.BatchRequest;
import io.github.quarkusclaude.catalog.rules.PreparedRequest;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.message.MessageRequest;
import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;

/**
 * The body a batch is submitted with, made of one request after the other. Of each only its bytes are kept, in pieces, so
 * that the body is never copied as a whole.
 */
final class BatchBody {

    static final int MAX_REQUESTS = 100_000;
    static final long MAX_SIZE = 256L * 1024 * 1024;

    private static final int PIECE = 256 * 1024;
    private static final byte[] END = { ']', '}' };

    private final Function<MessageRequest, PreparedRequest> preparation;
    private final long maxSize;
    private final Set<String> customIds = new HashSet<>();
    private final Set<String> betas = new LinkedHashSet<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<Buffer> pieces = new ArrayList<>();
    private Buffer piece = Buffer.buffer("{\"requests\":[");
    private long size = piece.length() + END.length;
    private @Nullable String version;

    BatchBody(Function<MessageRequest, PreparedRequest> preparation) {
        this(preparation, MAX_SIZE);
    }

    BatchBody(Function<MessageRequest, PreparedRequest> preparation, long maxSize) {
        this.preparation = preparation;
        this.maxSize = maxSize;
    }

    /**
     * Adds a request.
     *
     * @throws InvalidRequestException if its id has been taken, or the batch becomes too large
     */
    void add(BatchRequest request) {
        if (!customIds.add(request.customId())) {
            throw invalid("The custom_id \"" + request.customId() + "\" comes twice in the batch. Results are found by it:"
                    + " give each request its own");
        }
        if (customIds.size() > MAX_REQUESTS) {
            throw invalid("The batch has more than 100,000 requests. Split it into several batches");
        }
        append(ApiJson.bytes(new BatchRequest(request.customId(), prepared(request))));
    }

    private MessageRequest prepared(BatchRequest request) {
        PreparedRequest prepared;
        try {
            prepared = preparation.apply(request.params());
        } catch (InvalidRequestException e) {
            throw invalid("Request \"" + request.customId() + "\" of the batch: " + e.details().message());
        }
        // version, beta features and headers hold for the whole batch; an older version takes the requests of newer ones
        String needed = prepared.apiVersion();
        version = version == null || needed.compareTo(version) < 0 ? needed : version;
        betas.addAll(prepared.betas());
        prepared.headers().forEach((name, value) -> {
            String other = headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
            if (other != null && !other.equals(value)) {
                throw invalid("Request \"" + request.customId() + "\" of the batch has another value of the header " + name
                        + " than one before it. A header holds for the whole batch: make a batch for each value");
            }
        });
        return prepared.body();
    }

    private void append(byte[] request) {
        if (customIds.size() > 1) {
            piece.appendByte((byte) ',');
            size++;
        }
        size += request.length;
        if (size > maxSize) {
            throw invalid("The batch is larger than 256 MB with its request number " + customIds.size()
                    + ". Split it into several batches");
        }
        piece.appendBytes(request);
        if (piece.length() >= PIECE) {
            pieces.add(piece);
            piece = Buffer.buffer();
        }
    }

    /**
     * The body.
     *
     * @throws InvalidRequestException if it has no request
     */
    UploadBody end() {
        if (customIds.isEmpty()) {
            throw invalid("The batch has no request. It needs at least one");
        }
        List<Buffer> all = new ArrayList<>(pieces);
        all.add(piece);
        all.add(Buffer.buffer(END));
        return new UploadBody("application/json", size, Multi.createFrom().iterable(all), version, betas, headers, true);
    }

    private static InvalidRequestException invalid(String message) {
        return new InvalidRequestException(ErrorDetails.of(message), null);
    }
}

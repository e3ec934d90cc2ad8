package io.github.quarkusclaude.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code /v1/files}: uploads, lists, describes, hands out and deletes files. */
final class FileEndpoints {

    private static final Pattern FILENAME = Pattern.compile("[^<>:\"|?*\\\\/\\x00-\\x1f]{1,255}");
    private static final int MOST_IDS = 100;
    private static final long SHORTEST_LIFE = 3_600;
    private static final long LONGEST_LIFE = 7_776_000;

    private final Access access;
    private final FileStore files;
    private final Responder responder;

    FileEndpoints(Access access, FileStore files, Responder responder) {
        this.access = access;
        this.files = files;
        this.responder = responder;
    }

    void create(Exchange exchange) {
        access.admit(exchange);
        Upload upload = exchange.upload()
                .orElseThrow(() -> new ApiException(ApiError.invalid("content-type: must be multipart/form-data")));
        responder.json(exchange, store(upload).toJson());
    }

    void list(Exchange exchange) {
        access.admit(exchange);
        List<String> ids = new ArrayList<>(exchange.query("ids[]"));
        ids.addAll(exchange.query("ids"));
        if (ids.isEmpty()) {
            responder.json(exchange, CursorPage.requested(exchange).of(files.all().stream().map(StoredFile::toJson).toList()));
            return;
        }
        if (ids.size() > MOST_IDS) {
            throw new ApiException(ApiError.invalid("ids: at most " + MOST_IDS + " are allowed"));
        }
        if (!exchange.query("page").isEmpty() || !exchange.query("limit").isEmpty()) {
            throw new ApiException(ApiError.invalid("ids: cannot be combined with page or limit"));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("data").addAll(
                ids.stream().distinct().map(files::find).flatMap(Optional::stream).map(StoredFile::toJson).toList());
        answer.putNull("next_page");
        responder.json(exchange, answer);
    }

    void get(Exchange exchange) {
        access.admit(exchange);
        responder.json(exchange, files.get(exchange.pathParameter("id")).toJson());
    }

    void delete(Exchange exchange) {
        access.admit(exchange);
        String id = exchange.pathParameter("id");
        files.delete(id);
        responder.json(exchange, JsonNodeFactory.instance.objectNode().put("id", id).put("type", "file_deleted"));
    }

    void content(Exchange exchange) {
        access.admit(exchange);
        StoredFile file = files.get(exchange.pathParameter("id"));
        if (!file.downloadable()) {
            throw new ApiException(
                    ApiError.invalid("File '" + file.id() + "' is not downloadable").coded("file_not_downloadable"));
        }
        responder.pieces(exchange, file.mimeType(), new ContentPieces(file.content()));
    }

    private StoredFile store(Upload upload) {
        Duration lifetime = lifetime(upload.expiresInSeconds());
        upload.check();
        if (!FILENAME.matcher(upload.filename()).matches()) {
            throw new ApiException(
                    ApiError.invalid("file: the filename must have 1 to 255 characters and none of < > : \" | ? *"
                            + " \\ / or control characters"));
        }
        FileContent content = upload.take();
        try {
            return files.add(upload.filename(), mimeType(upload), lifetime, false, content);
        } catch (ApiException e) {
            FileStore.discard(content);
            throw e;
        }
    }

    private static String mimeType(Upload upload) {
        String type = upload.mimeType().split(";")[0].trim().toLowerCase(Locale.ROOT);
        return type.isEmpty() ? "application/octet-stream" : type;
    }

    private static @Nullable Duration lifetime(@Nullable String seconds) {
        if (seconds == null) {
            return null;
        }
        try {
            long number = Long.parseLong(seconds);
            if (number >= SHORTEST_LIFE && number <= LONGEST_LIFE) {
                return Duration.ofSeconds(number);
            }
        } catch (NumberFormatException e) {
            // answered below like a number that is out of range
        }
        throw new ApiException(ApiError.invalid(
                "expires_in_seconds: must be a number from " + SHORTEST_LIFE + " to " + LONGEST_LIFE));
    }
}

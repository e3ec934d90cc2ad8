package io.github.quarkusclaude.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.file.FileUpload;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/**
 * Makes the multipart form a file is uploaded with, without holding the file.
 */
final class FileForm {

    /** The most bytes the API takes. */
    static final long MAX_SIZE = 500L * 1024 * 1024;

    private final Vertx vertx;
    private final String boundary = "quarkus-claude-" + UUID.randomUUID();

    FileForm(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The form as a body; fails if the file cannot be sent. */
    Uni<UploadBody> body(FileUpload file) {
        return size(file).onItem().transform(size -> form(file, size < 0 ? null : size));
    }

    /** The size of the content; -1 if it is not known. */
    private Uni<Long> size(FileUpload file) {
        if (file.content() instanceof FileUpload.FromPath content) {
            return new WorkerSteps(vertx).then(() -> sizeOf(content.path()));
        }
        return Uni.createFrom().item(file.size() == null ? -1 : file.size());
    }

    private static long sizeOf(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw invalid("There is no file " + path);
        }
        if (!Files.isReadable(path)) {
            throw invalid("The file " + path + " cannot be read: its permissions forbid it");
        }
        return Files.size(path);
    }

    private UploadBody form(FileUpload file, @Nullable Long size) {
        if (size != null && size > MAX_SIZE) {
            throw tooLarge(file.filename());
        }
        Buffer head = head(file);
        Buffer tail = Buffer.buffer("\r\n--" + boundary + "--\r\n");
        Multi<Buffer> content = size == null ? limited(file) : content(file.content());
        return UploadBody.of("multipart/form-data; boundary=" + boundary,
                size == null ? null : head.length() + size + tail.length(),
                Multi.createBy().concatenating().streams(Multi.createFrom().item(head), content,
                        Multi.createFrom().item(tail)),
                file.content() instanceof FileUpload.FromPath || file.content() instanceof FileUpload.FromBytes);
    }

    private Buffer head(FileUpload file) {
        Buffer head = Buffer.buffer();
        if (file.expiresIn() != null) {
            head.appendString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"expires_in_seconds\"\r\n\r\n"
                    + file.expiresIn().toSeconds() + "\r\n");
        }
        String mediaType = file.mediaType() != null ? file.mediaType() : MediaTypes.of(file.filename());
        return head.appendString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + quoted(file.filename()) + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n");
    }

    /** As browsers do it: the characters that would end the name, or the line, are written as percent codes. */
    private static String quoted(String filename) {
        return filename.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private Multi<Buffer> content(FileUpload.Content content) {
        if (content instanceof FileUpload.FromPath path) {
            return InputPieces.of(vertx, () -> Files.newInputStream(path.path()));
        }
        if (content instanceof FileUpload.FromBytes bytes) {
            return Multi.createFrom().item(() -> Buffer.buffer(bytes.bytes()));
        }
        if (content instanceof FileUpload.FromStream stream) {
            InputStream in = stream.stream();
            return InputPieces.of(vertx, () -> in);
        }
        return Multi.createFrom().publisher(((FileUpload.FromPublisher) content).publisher());
    }

    /** A content whose size shows only while it is sent. */
    private Multi<Buffer> limited(FileUpload file) {
        return Multi.createFrom().deferred(() -> {
            long[] size = new long[1];
            return content(file.content()).onItem().invoke(piece -> {
                size[0] += piece.length();
                if (size[0] > MAX_SIZE) {
                    throw tooLarge(file.filename());
                }
            });
        });
    }

    private static InvalidRequestException tooLarge(String filename) {
        return invalid("The file " + filename + " is too large: the API takes files of up to 500 MB. Split it");
    }

    private static InvalidRequestException invalid(String message) {
        return new InvalidRequestException(ErrorDetails.of(message), null);
    }
}

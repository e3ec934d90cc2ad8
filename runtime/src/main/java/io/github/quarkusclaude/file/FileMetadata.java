package io.github.quarkusclaude.file;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;

/**
 * What the API knows of a file.
 *
 * @param id what a request names it by
 * @param filename its name when it was uploaded or made
 * @param mimeType its media type, such as {@code application/pdf}
 * @param sizeBytes its size in bytes
 * @param createdAt when it was uploaded or made, RFC 3339
 * @param downloadable whether its content can be had back: only that of files made by tools can
 * @param expiresAt when it is deleted by itself, RFC 3339; absent if never
 * @param additionalFields fields this version has no component for
 */
public record FileMetadata(String id, @Nullable String filename, @Nullable String mimeType, @Nullable Long sizeBytes,
        @Nullable String createdAt, @Nullable Boolean downloadable, @Nullable String expiresAt,
        Map<String, RawJson> additionalFields) implements ApiObject {

    private static final String TYPE = "file";

    public FileMetadata {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** Decodes a file from where the reader stands. */
    public static FileMetadata readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String id = null;
        String filename = null;
        String mimeType = null;
        Long sizeBytes = null;
        String createdAt = null;
        Boolean downloadable = null;
        String expiresAt = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> fields.skip();
                case "id" -> id = fields.text();
                case "filename" -> filename = fields.text();
                case "mime_type" -> mimeType = fields.text();
                case "size_bytes" -> sizeBytes = fields.longInteger();
                case "created_at" -> createdAt = fields.text();
                case "downloadable" -> downloadable = fields.bool();
                case "expires_at" -> expiresAt = fields.text();
                default -> fields.keep();
            }
        }
        return new FileMetadata(id == null ? "" : id, filename, mimeType, sizeBytes, createdAt, downloadable, expiresAt,
                fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).fieldOrKept("id", id, "").field("type", TYPE).field("filename", filename)
                .field("mime_type", mimeType).field("size_bytes", sizeBytes).field("created_at", createdAt)
                .field("downloadable", downloadable).field("expires_at", expiresAt).end();
    }
}

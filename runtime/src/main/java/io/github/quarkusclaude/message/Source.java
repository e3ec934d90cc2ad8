package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Base64;
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
 * Where an image or a document is.
 *
 * @param type {@code base64}, {@code url}, {@code file}, {@code text} or {@code content}
 * @param mediaType the media type of {@code data}
 * @param data the content: Base64 of an image or a PDF, or the text itself
 * @param url an address the API fetches
 * @param fileId the id of an uploaded file
 * @param content the content of a document of one's own
 * @param additionalFields fields this version does not know
 */
public record Source(@Nullable String type, @Nullable String mediaType, @Nullable String data, @Nullable String url,
        @Nullable String fileId, @Nullable Content content, Map<String, RawJson> additionalFields) implements ApiObject {

    public Source {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /**
     * Content that travels with the request.
     *
     * @param mediaType {@code image/jpeg}, {@code image/png}, {@code image/gif}, {@code image/webp} or
     *        {@code application/pdf}
     * @param content the bytes of the file
     */
    public static Source base64(String mediaType, byte[] content) {
        return new Source("base64", mediaType, Base64.getEncoder().encodeToString(content), null, null, null, Map.of());
    }

    /** Content that the API fetches from an address. */
    public static Source url(String url) {
        return new Source("url", null, null, url, null, null, Map.of());
    }

    /** A file uploaded before. */
    public static Source file(String fileId) {
        return new Source("file", null, null, null, fileId, null, Map.of());
    }

    /** A plain text document. */
    public static Source text(String text) {
        return new Source("text", "text/plain", text, null, null, null, Map.of());
    }

    /** A document made of blocks, which are what citations point to. */
    public static Source content(Content content) {
        return new Source("content", null, null, null, null, content, Map.of());
    }

    static Source readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String mediaType = null;
        String data = null;
        String url = null;
        String fileId = null;
        Content content = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "media_type" -> mediaType = fields.text();
                case "data" -> data = fields.text();
                case "url" -> url = fields.text();
                case "file_id" -> fileId = fields.text();
                case "content" -> content = fields.arrayOrText(Content::readFrom);
                default -> fields.keep();
            }
        }
        return new Source(type, mediaType, data, url, fileId, content, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", type).field("media_type", mediaType).field("data", data)
                .field("url", url).field("file_id", fileId).field("content", content).end();
    }

    /** Without the content, which may be large. */
    @Override
    public String toString() {
        return "Source[type=" + type + ", mediaType=" + mediaType + ", url=" + url + ", fileId=" + fileId + "]";
    }
}

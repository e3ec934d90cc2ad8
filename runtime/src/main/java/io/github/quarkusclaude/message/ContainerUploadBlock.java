package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * A file that is put into the container in which the model's code runs.
 *
 * @param fileId the id of a file uploaded before, or made by the code
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record ContainerUploadBlock(@Nullable String fileId, @Nullable CacheControl cacheControl,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "container_upload";

    public ContainerUploadBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** An uploaded file. */
    public static ContainerUploadBlock of(String fileId) {
        return new ContainerUploadBlock(fileId, null, Map.of());
    }

    @Override
    public String type() {
        return TYPE;
    }

    static ContainerUploadBlock read(FieldReader fields) throws IOException {
        String fileId = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "file_id" -> fileId = fields.text();
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new ContainerUploadBlock(fileId, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("file_id", fileId)
                .field("cache_control", cacheControl).end();
    }
}

package io.github.quarkusclaude.message;

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
 * What the API does with an image before the model sees it.
 *
 * @param oversizedImage what happens to an image that is too large: {@code downsize} or {@code error}
 * @param additionalFields fields this version does not know
 */
public record ImageTransformations(@Nullable String oversizedImage,
        Map<String, RawJson> additionalFields) implements ApiObject {

    /** An image that is too large is made smaller. */
    public static final ImageTransformations DOWNSIZE = new ImageTransformations("downsize", Map.of());

    /** An image that is too large is refused. */
    public static final ImageTransformations ERROR = new ImageTransformations("error", Map.of());

    public ImageTransformations {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static ImageTransformations readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String oversizedImage = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "oversized_image" -> oversizedImage = fields.text();
                default -> fields.keep();
            }
        }
        return new ImageTransformations(oversizedImage, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("oversized_image", oversizedImage).end();
    }
}

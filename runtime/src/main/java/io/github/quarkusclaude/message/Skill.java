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
 * A skill that is loaded into a container.
 *
 * @param type {@code anthropic} or {@code custom}
 * @param skillId its id, for example {@code pptx}
 * @param version its version; the latest if absent
 * @param additionalFields fields this version does not know
 */
public record Skill(@Nullable String type, @Nullable String skillId, @Nullable String version,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public Skill {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A skill of Anthropic, in its latest version. */
    public static Skill anthropic(String skillId) {
        return new Skill("anthropic", skillId, null, Map.of());
    }

    /** A skill of one's own, in its latest version. */
    public static Skill custom(String skillId) {
        return new Skill("custom", skillId, null, Map.of());
    }

    /** This skill in a fixed version. */
    public Skill withVersion(String version) {
        return new Skill(type, skillId, version, additionalFields);
    }

    static Skill readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String skillId = null;
        String version = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "skill_id" -> skillId = fields.text();
                case "version" -> version = fields.text();
                default -> fields.keep();
            }
        }
        return new Skill(type, skillId, version, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("skill_id", skillId)
                .field("version", version).end();
    }
}

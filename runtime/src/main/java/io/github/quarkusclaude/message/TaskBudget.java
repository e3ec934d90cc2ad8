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
 * How many tokens a long task should take.
 *
 * @param type {@code tokens}
 * @param total for the whole task
 * @param remaining what is left of them
 * @param additionalFields fields this version does not know
 */
public record TaskBudget(@Nullable String type, @Nullable Integer total, @Nullable Integer remaining,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public TaskBudget {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A budget of which nothing is used yet. */
    public static TaskBudget tokens(int total) {
        return new TaskBudget("tokens", total, null, Map.of());
    }

    /** This budget, of which so much is left. */
    public TaskBudget withRemaining(int remaining) {
        return new TaskBudget(type, total, remaining, additionalFields);
    }

    static TaskBudget readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        Integer total = null;
        Integer remaining = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "total" -> total = fields.integer();
                case "remaining" -> remaining = fields.integer();
                default -> fields.keep();
            }
        }
        return new TaskBudget(type, total, remaining, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("total", total)
                .field("remaining", remaining).end();
    }
}

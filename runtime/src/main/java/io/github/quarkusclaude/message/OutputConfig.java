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
 * How the model should answer.
 *
 * @param effort how much work it puts in: {@code low}, {@code medium}, {@code high}, {@code xhigh} or {@code max}, as far as
 *        the model knows it
 * @param format the form of the answer, a JSON schema
 * @param taskBudget how many tokens a long task should take; the model is told and paces itself
 * @param additionalFields fields this version does not know
 */
public record OutputConfig(@Nullable String effort, @Nullable OutputFormat format, @Nullable TaskBudget taskBudget,
        Map<String, RawJson> additionalFields) implements ApiObject {

    private static final OutputConfig NOTHING = new OutputConfig(null, null, null, Map.of());

    public OutputConfig {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** An effort. */
    public static OutputConfig effort(String effort) {
        return NOTHING.withEffort(effort);
    }

    /** A form of the answer. */
    public static OutputConfig format(OutputFormat format) {
        return NOTHING.withFormat(format);
    }

    /** A budget of a long task. */
    public static OutputConfig taskBudget(TaskBudget taskBudget) {
        return NOTHING.withTaskBudget(taskBudget);
    }

    /** This configuration with another effort. */
    public OutputConfig withEffort(@Nullable String effort) {
        return new OutputConfig(effort, format, taskBudget, additionalFields);
    }

    /** This configuration with another form of the answer. */
    public OutputConfig withFormat(@Nullable OutputFormat format) {
        return new OutputConfig(effort, format, taskBudget, additionalFields);
    }

    /** This configuration with another budget. */
    public OutputConfig withTaskBudget(@Nullable TaskBudget taskBudget) {
        return new OutputConfig(effort, format, taskBudget, additionalFields);
    }

    static OutputConfig readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String effort = null;
        OutputFormat format = null;
        TaskBudget taskBudget = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "effort" -> effort = fields.text();
                case "format" -> format = fields.object(OutputFormat::readFrom);
                case "task_budget" -> taskBudget = fields.object(TaskBudget::readFrom);
                default -> fields.keep();
            }
        }
        return new OutputConfig(effort, format, taskBudget, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("effort", effort)
                .field("format", format)
                .field("task_budget", taskBudget).end();
    }
}

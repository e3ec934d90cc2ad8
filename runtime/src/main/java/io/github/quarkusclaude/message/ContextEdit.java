package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.List;
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
 * One thing that the API leaves out of a long conversation.
 */
public sealed interface ContextEdit extends ApiObject {

    /** The API's versioned name of the edit. */
    @Nullable
    String type();

    /** Decodes an edit from where the reader stands. */
    static ContextEdit readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.openTyped(json);
        String type = fields.type();
        if (type == null) {
            return Raw.read(fields);
        }
        return switch (type) {
            case ClearToolUses.TYPE -> ClearToolUses.read(fields);
            case ClearThinking.TYPE -> ClearThinking.read(fields);
            case Compact.TYPE -> Compact.read(fields);
            default -> Raw.read(fields);
        };
    }

    /**
     * Leaves out old uses of tools and their results.
     *
     * @param trigger when it begins; at 100,000 input tokens if absent
     * @param keep how many tool uses stay; 3 if absent
     * @param clearAtLeast how many input tokens must go, else nothing does
     * @param excludeTools tools whose uses stay
     * @param clearToolInputs whether the arguments go too, or a list of the tools whose arguments do; they stay if absent
     * @param additionalFields fields this version does not know
     */
    record ClearToolUses(@Nullable ContextAmount trigger, @Nullable ContextAmount keep, @Nullable ContextAmount clearAtLeast,
            @Nullable List<String> excludeTools, @Nullable RawJson clearToolInputs,
            Map<String, RawJson> additionalFields) implements ContextEdit {

        static final String TYPE = "clear_tool_uses_20250919";

        private static final ClearToolUses DEFAULT = new ClearToolUses(null, null, null, null, null, Map.of());

        public ClearToolUses {
            excludeTools = excludeTools == null ? null : List.copyOf(excludeTools);
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        /** As the API does it by default. */
        public static ClearToolUses create() {
            return DEFAULT;
        }

        /** This edit, beginning at so many input tokens or tool uses. */
        public ClearToolUses startingAt(ContextAmount trigger) {
            return new ClearToolUses(trigger, keep, clearAtLeast, excludeTools, clearToolInputs, additionalFields);
        }

        /** This edit, keeping the last tool uses. */
        public ClearToolUses keeping(int toolUses) {
            return new ClearToolUses(trigger, ContextAmount.toolUses(toolUses), clearAtLeast, excludeTools, clearToolInputs,
                    additionalFields);
        }

        /** This edit, done only if it frees so many input tokens. */
        public ClearToolUses freeingAtLeast(int inputTokens) {
            return new ClearToolUses(trigger, keep, ContextAmount.inputTokens(inputTokens), excludeTools, clearToolInputs,
                    additionalFields);
        }

        /** This edit, sparing some tools. */
        public ClearToolUses excluding(String... tools) {
            return new ClearToolUses(trigger, keep, clearAtLeast, List.of(tools), clearToolInputs, additionalFields);
        }

        /** This edit, leaving out the arguments too: those of these tools, or of all tools if none is named. */
        public ClearToolUses withInputs(String... tools) {
            return new ClearToolUses(trigger, keep, clearAtLeast, excludeTools,
                    RawJson.from(tools.length == 0 ? true : List.of(tools)), additionalFields);
        }

        @Override
        public String type() {
            return TYPE;
        }

        static ClearToolUses read(FieldReader fields) throws IOException {
            ContextAmount trigger = null;
            ContextAmount keep = null;
            ContextAmount clearAtLeast = null;
            List<String> excludeTools = null;
            RawJson clearToolInputs = null;
            while (fields.next()) {
                switch (fields.name()) {
                    case "trigger" -> trigger = fields.object(ContextAmount::readFrom);
                    case "keep" -> keep = fields.object(ContextAmount::readFrom);
                    case "clear_at_least" -> clearAtLeast = fields.object(ContextAmount::readFrom);
                    case "exclude_tools" -> excludeTools = fields.texts();
                    case "clear_tool_inputs" -> clearToolInputs = fields.raw();
                    default -> fields.keep();
                }
            }
            return new ClearToolUses(trigger, keep, clearAtLeast, excludeTools, clearToolInputs, fields.rest());
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", TYPE)
                    .field("trigger", trigger)
                    .field("keep", keep)
                    .field("clear_at_least", clearAtLeast)
                    .texts("exclude_tools", excludeTools)
                    .field("clear_tool_inputs", clearToolInputs).end();
        }
    }

    /**
     * Leaves out old thinking. Must be the first edit.
     *
     * @param keep {@code "all"}, or an amount of {@code thinking_turns}; what the model does by default if absent
     * @param additionalFields fields this version does not know
     */
    record ClearThinking(@Nullable RawJson keep, Map<String, RawJson> additionalFields) implements ContextEdit {

        static final String TYPE = "clear_thinking_20251015";

        public ClearThinking {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        /** All thinking stays. */
        public static ClearThinking keepingAll() {
            return new ClearThinking(RawJson.from("all"), Map.of());
        }

        /** The thinking of the last turns stays. */
        public static ClearThinking keeping(int thinkingTurns) {
            return new ClearThinking(RawJson.from(ContextAmount.thinkingTurns(thinkingTurns)), Map.of());
        }

        @Override
        public String type() {
            return TYPE;
        }

        static ClearThinking read(FieldReader fields) throws IOException {
            RawJson keep = null;
            while (fields.next()) {
                switch (fields.name()) {
                    case "keep" -> keep = fields.raw();
                    default -> fields.keep();
                }
            }
            return new ClearThinking(keep, fields.rest());
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", TYPE)
                    .field("keep", keep).end();
        }
    }

    /**
     * Replaces a long conversation by a summary, which comes as a {@link CompactionBlock}.
     *
     * @param trigger when it begins; at 150,000 input tokens if absent
     * @param instructions what the summary should hold; the API's own if absent
     * @param pauseAfterCompaction whether the answer ends behind the summary, with {@link StopReason#COMPACTION}
     * @param additionalFields fields this version does not know
     */
    record Compact(@Nullable ContextAmount trigger, @Nullable String instructions, @Nullable Boolean pauseAfterCompaction,
            Map<String, RawJson> additionalFields) implements ContextEdit {

        static final String TYPE = "compact_20260112";

        private static final Compact DEFAULT = new Compact(null, null, null, Map.of());

        public Compact {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        /** As the API does it by default. */
        public static Compact create() {
            return DEFAULT;
        }

        /** This edit, beginning at so many input tokens. */
        public Compact startingAt(int inputTokens) {
            return new Compact(ContextAmount.inputTokens(inputTokens), instructions, pauseAfterCompaction, additionalFields);
        }

        /** This edit, with a summary of what is asked for. */
        public Compact withInstructions(String instructions) {
            return new Compact(trigger, instructions, pauseAfterCompaction, additionalFields);
        }

        /** This edit, with an answer that ends behind the summary. */
        public Compact pausing() {
            return new Compact(trigger, instructions, true, additionalFields);
        }

        @Override
        public String type() {
            return TYPE;
        }

        static Compact read(FieldReader fields) throws IOException {
            ContextAmount trigger = null;
            String instructions = null;
            Boolean pauseAfterCompaction = null;
            while (fields.next()) {
                switch (fields.name()) {
                    case "trigger" -> trigger = fields.object(ContextAmount::readFrom);
                    case "instructions" -> instructions = fields.text();
                    case "pause_after_compaction" -> pauseAfterCompaction = fields.bool();
                    default -> fields.keep();
                }
            }
            return new Compact(trigger, instructions, pauseAfterCompaction, fields.rest());
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", TYPE)
                    .field("trigger", trigger)
                    .field("instructions", instructions)
                    .field("pause_after_compaction", pauseAfterCompaction).end();
        }
    }

    /**
     * An edit of a kind this version has no type for.
     *
     * @param type the API's versioned name of the edit
     * @param additionalFields all other fields of the edit
     */
    record Raw(@Nullable String type, Map<String, RawJson> additionalFields) implements ContextEdit {

        public Raw {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        static Raw read(FieldReader fields) throws IOException {
            while (fields.next()) {
                fields.keep();
            }
            return new Raw(fields.type(), fields.rest());
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", type).end();
        }
    }
}

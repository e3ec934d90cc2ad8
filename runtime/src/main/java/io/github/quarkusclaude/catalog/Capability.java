package io.github.quarkusclaude.catalog;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A property of models to ask or filter by, see {@link ModelCatalog#modelSupportsCapability} and
 * {@link ModelCatalog#getModelsWithCapability}.
 * <p>
 * A numeric property counts as supported when the number is known and greater than zero.
 */
public enum Capability {

    /** Reads images. */
    VISION("supportsVision"),

    /** Thinks before it answers, with a token budget or adaptively. */
    EXTENDED_THINKING("supportsExtendedThinking"),

    /** Uses tools. */
    TOOL_USE("supportsToolUse"),

    /** Streams its answer. */
    STREAMING("supportsStreaming"),

    /** Is deprecated or retired. */
    DEPRECATED("deprecated"),

    /** Has a known context window. */
    CONTEXT_WINDOW("contextWindow"),

    /** Has a known output limit. */
    MAX_OUTPUT_TOKENS("maxOutputTokens"),

    /** Reads PDF documents. */
    PDF_INPUT("supportsPdfInput"),

    /** Answers by a JSON schema. */
    STRUCTURED_OUTPUTS("supportsStructuredOutputs"),

    /** Decides itself how much to think. */
    ADAPTIVE_THINKING("supportsAdaptiveThinking"),

    /** Takes an effort level. */
    EFFORT("supportsEffort"),

    /** Takes messages of role {@code system} in the middle of a conversation. */
    SYSTEM_MESSAGES("supportsSystemMessages"),

    /** Continues a prefilled answer. */
    PREFILL("supportsPrefill"),

    /** Takes {@code temperature}, {@code top_p} and {@code top_k}. */
    SAMPLING_PARAMETERS("supportsSamplingParameters"),

    /** Can be told where to run, by {@code inference_geo}. */
    INFERENCE_GEO("supportsInferenceGeo"),

    /** Takes the tools {@code computer_20251124} and older. */
    OLDER_COMPUTER_TOOLS("supportsOlderComputerTools");

    private final String id;

    Capability(String id) {
        this.id = id;
    }

    /**
     * The name of the capability in texts and commands.
     *
     * @return for example {@code supportsVision}
     */
    public String id() {
        return id;
    }

    /**
     * The capability with a given name.
     *
     * @param id a name as {@link #id()} returns it; upper and lower case differ
     * @return the capability
     * @throws IllegalArgumentException if there is none; the message lists the known names
     */
    public static Capability parse(String id) {
        List<String> known = new ArrayList<>();
        for (Capability capability : values()) {
            if (capability.id.equals(id)) {
                return capability;
            }
            known.add(capability.id);
        }
        throw new IllegalArgumentException("Unknown capability \"" + id + "\"; known are " + String.join(", ", known));
    }

    Support of(ClaudeModel model) {
        return switch (this) {
            case VISION -> model.capabilities().imageInput();
            case EXTENDED_THINKING -> model.thinking().thinks();
            case TOOL_USE -> model.capabilities().toolUse();
            case STREAMING -> model.capabilities().streaming();
            case DEPRECATED -> Support.of(model.lifecycle().isDeprecated());
            case CONTEXT_WINDOW -> known(model.limits().maxInputTokens());
            case MAX_OUTPUT_TOKENS -> known(model.limits().maxTokens());
            case PDF_INPUT -> model.capabilities().pdfInput();
            case STRUCTURED_OUTPUTS -> model.capabilities().structuredOutputs();
            case ADAPTIVE_THINKING -> model.thinking().adaptive();
            case EFFORT -> model.effort().supported();
            case SYSTEM_MESSAGES -> model.capabilities().systemMessages();
            case PREFILL -> model.capabilities().prefill();
            case SAMPLING_PARAMETERS -> model.capabilities().samplingParameters();
            case INFERENCE_GEO -> model.capabilities().inferenceGeo();
            case OLDER_COMPUTER_TOOLS -> model.capabilities().olderComputerTools();
        };
    }

    private static Support known(@Nullable Integer number) {
        return number == null ? Support.UNKNOWN : Support.of(number > 0);
    }
}

package io.github.quarkusclaude.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A model of the catalogue with what the API says of it.
 */
final class ToldModel {

    private static final LocalDate UNKNOWN_DATE = LocalDate.EPOCH;

    private ToldModel() {
    }

    static ClaudeModel over(ClaudeModel model, ModelInfo info) {
        return new ClaudeModel(model.id(), or(info.displayName(), model.displayName()), or(info.line(), model.line()),
                model.aliases(), model.wireId(), model.restricted(), lifecycle(model.lifecycle(), info),
                limits(model.limits(), info), capabilities(model.capabilities(), info), thinking(model.thinking(), info),
                effort(model.effort(), info), model.prices());
    }

    private static <T extends @Nullable Object> T or(@Nullable T told, T known) {
        return told != null ? told : known;
    }

    private static Lifecycle lifecycle(Lifecycle known, ModelInfo info) {
        LocalDate created = date(info.createdAt());
        LocalDate released = created == null || created.equals(UNKNOWN_DATE) ? known.released() : created;
        ModelStatus status = status(info.lifecycle());
        if (status == ModelStatus.ACTIVE) {
            // an end that was announced has been taken back
            return new Lifecycle(status, known.legacy(), released, date(info.deprecatedAt()), date(info.retiresAt()),
                    known.retiresNotBefore(), known.replacement());
        }
        return new Lifecycle(status == null ? known.status() : status, known.legacy(), released,
                or(date(info.deprecatedAt()), known.deprecated()), or(date(info.retiresAt()), known.retires()),
                known.retiresNotBefore(), known.replacement());
    }

    private static @Nullable ModelStatus status(@Nullable String word) {
        for (ModelStatus status : ModelStatus.values()) {
            if (status.id().equals(word)) {
                return status;
            }
        }
        return null;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Limits limits(Limits known, ModelInfo info) {
        return new Limits(or(info.maxInputTokens(), known.maxInputTokens()), or(info.maxTokens(), known.maxTokens()),
                known.maxTokensBatch(), known.cacheMinimumTokens());
    }

    private static Capabilities capabilities(Capabilities known, ModelInfo info) {
        return new Capabilities(or(info.supports("image_input"), known.imageInput()),
                or(info.supports("pdf_input"), known.pdfInput()), known.toolUse(),
                or(info.supports("structured_outputs"), known.structuredOutputs()), known.streaming(),
                known.systemMessages(), known.prefill(), known.samplingParameters(), known.forcedToolChoice(),
                known.inferenceGeo(), known.olderComputerTools());
    }

    private static ThinkingRules thinking(ThinkingRules known, ModelInfo info) {
        boolean never = info.supports("thinking").isNo();
        Support enabled = never ? Support.NO : info.supports("thinking", "types", "enabled");
        Support adaptive = never ? Support.NO : info.supports("thinking", "types", "adaptive");
        return new ThinkingRules(or(enabled, known.enabled()), or(adaptive, known.adaptive()),
                or(info.supports("thinking", "types", "disabled"), known.disabled()),
                or(info.supports("thinking", "types", "between_tools"), known.betweenTools()), known.whenOmitted(),
                known.display());
    }

    private static EffortRules effort(EffortRules known, ModelInfo info) {
        Support supported = info.supports("effort");
        if (supported == Support.UNKNOWN) {
            return known;
        }
        if (supported.isNo()) {
            return EffortRules.NONE;
        }
        List<Effort> levels = new ArrayList<>();
        for (Effort level : Effort.values()) {
            if (info.supports("effort", level.id()).isYes()) {
                levels.add(level);
            }
        }
        return new EffortRules(Support.YES, levels.isEmpty() ? known.levels() : levels, known.defaultLevel());
    }

    private static Support or(Support told, Support known) {
        return told == Support.UNKNOWN ? known : told;
    }

    /** The API says only yes or no; under which effort, only the catalogue knows. */
    private static ConditionalSupport or(Support told, ConditionalSupport known) {
        return switch (told) {
            case UNKNOWN -> known;
            case NO -> ConditionalSupport.NO;
            case YES -> known == ConditionalSupport.UP_TO_HIGH_EFFORT ? known : ConditionalSupport.YES;
        };
    }
}

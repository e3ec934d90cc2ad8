package io.github.quarkusclaude.runtime.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.github.quarkusclaude.catalog.ForcedToolChoice;
import io.github.quarkusclaude.catalog.ModelStatus;
import io.quarkus.runtime.annotations.ConfigGroup;

/**
 * One model that is added to the catalogue or changed in it.
 */
@ConfigGroup
public interface ModelConfig {

    /**
     * The name people read, for example `Claude Sonnet 5.5`. A model the catalogue does not have needs one.
     */
    Optional<String> displayName();

    /**
     * The family of the model: `haiku`, `sonnet`, `opus`, `fable`, `mythos`, or a new one. Subscription tiers and "the
     * newest of its family" go by it. A model the catalogue does not have needs one.
     */
    Optional<String> line();

    /**
     * Other ids that mean this model. They replace the aliases of the catalogue.
     */
    Optional<List<String>> aliases();

    /**
     * The id that is sent to the API instead of this one. Useful for an endpoint that knows the model by another name.
     * The model's own id if not set.
     */
    Optional<String> wireId();

    /**
     * Whether only admitted organisations can use the model. Such a model never counts as the newest of its family.
     * `false` for an added model.
     */
    Optional<Boolean> restricted();

    /**
     * Where the model is in its life: `active`, `deprecated` or `retired`. `active` for an added model.
     */
    Optional<ModelStatus> status();

    /**
     * Whether a newer model of the family is recommended instead. `false` for an added model.
     */
    Optional<Boolean> legacy();

    /**
     * The day the model became available, as `2026-09-28`. The newest model of a family is found by it.
     */
    Optional<LocalDate> released();

    /**
     * The day its end was announced.
     */
    Optional<LocalDate> deprecated();

    /**
     * The day the model stops answering.
     */
    Optional<LocalDate> retires();

    /**
     * The earliest day the model can stop answering.
     */
    Optional<LocalDate> retiresNotBefore();

    /**
     * The id of the model to move to.
     */
    Optional<String> replacement();

    /**
     * The context window in tokens, prompt and answer together.
     */
    Optional<Integer> maxInputTokens();

    /**
     * The longest answer in tokens a request may ask for.
     */
    Optional<Integer> maxTokens();

    /**
     * The longest answer in tokens in a message batch.
     */
    Optional<Integer> maxTokensBatch();

    /**
     * The shortest prompt prefix in tokens that is cached.
     */
    Optional<Integer> cacheMinimumTokens();

    /**
     * Whether the model reads images.
     */
    Optional<Boolean> imageInput();

    /**
     * Whether the model reads PDF documents.
     */
    Optional<Boolean> pdfInput();

    /**
     * Whether the model uses tools.
     */
    Optional<Boolean> toolUse();

    /**
     * Whether the model can be made to answer by a JSON schema.
     */
    Optional<Boolean> structuredOutputs();

    /**
     * Whether the model streams its answer.
     */
    Optional<Boolean> streaming();

    /**
     * Whether messages of role `system` are accepted in the middle of a conversation.
     */
    Optional<Boolean> systemMessages();

    /**
     * Whether the model continues an answer the request began.
     */
    Optional<Boolean> prefill();

    /**
     * Whether `temperature`, `top_p` and `top_k` are accepted under API version `2023-06-01`.
     */
    Optional<Boolean> samplingParameters();

    /**
     * Whether a request may force the use of a tool: `yes`, `no`, or `without-manual-thinking` if it must not have a
     * thinking budget then.
     */
    Optional<ForcedToolChoice> forcedToolChoice();

    /**
     * Whether `inference_geo`, the choice of where the model runs, is accepted.
     */
    Optional<Boolean> inferenceGeo();

    /**
     * Whether the tools `computer_20251124` and older are accepted.
     */
    Optional<Boolean> olderComputerTools();

    /**
     * Thinking modes.
     */
    ThinkingConfig thinking();

    /**
     * Effort levels.
     */
    EffortConfig effort();

    /**
     * Prices.
     */
    PricesConfig prices();
}

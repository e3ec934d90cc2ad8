package io.github.quarkusclaude.catalog;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The life of a model. Dates are those Anthropic published for the Claude API; partner platforms may differ. A release
 * date that was never published is the day the official SDKs added the model, or the date in its id.
 *
 * @param status where the model is in its life
 * @param legacy whether a newer model of the same line is recommended instead; the model stays fully supported
 * @param released first day of general availability, or {@code null} if unknown
 * @param deprecated day the end was announced, or {@code null} if it was not or the day is unknown
 * @param retires day the model stops answering, or {@code null} if not announced
 * @param retiresNotBefore earliest day it can stop answering, or {@code null} if nothing was promised
 * @param replacement id of the model to move to, or {@code null} if none is recommended
 */
public record Lifecycle(ModelStatus status, boolean legacy, @Nullable LocalDate released, @Nullable LocalDate deprecated,
        @Nullable LocalDate retires, @Nullable LocalDate retiresNotBefore, @Nullable String replacement) {

    /** An active model of which no date is known. */
    public static final Lifecycle ACTIVE = new Lifecycle(ModelStatus.ACTIVE, false, null, null, null, null, null);

    /**
     * Whether the model is offered without an announced end, legacy models included.
     *
     * @return {@code true} if the status is {@link ModelStatus#ACTIVE}
     */
    public boolean isActive() {
        return status == ModelStatus.ACTIVE;
    }

    /**
     * Whether new work should not start on this model: its end was announced or has come.
     *
     * @return {@code true} if the status is {@link ModelStatus#DEPRECATED} or {@link ModelStatus#RETIRED}
     */
    public boolean isDeprecated() {
        return status != ModelStatus.ACTIVE;
    }

    /**
     * Whether the model has to be expected not to answer on a day: it is retired already, or its retirement date has
     * come by then.
     *
     * @param day the day in question
     * @return {@code true} if the status is {@link ModelStatus#RETIRED} or the retirement date is not after that day
     */
    public boolean isOverOn(LocalDate day) {
        return status == ModelStatus.RETIRED || (retires != null && !retires.isAfter(day));
    }
}

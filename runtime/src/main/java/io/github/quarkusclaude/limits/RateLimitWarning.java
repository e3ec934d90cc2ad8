package io.github.quarkusclaude.limits;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Little is left of a limit: at most 5 requests, less than 10 % of the tokens, or less than 10 % of a subscription's window.
 * Fired as a CDI event, both to {@code @Observes} and {@code @ObservesAsync}, once until the limit is reset; the log has a
 * warning at the same time. Synchronous observers may be called on an event loop and must not block there.
 *
 * @param client the name of the client, {@code <default>} for the one without a name
 * @param modelClass for which models: their family in the catalogue, or the id of a model that has none; absent if the
 *        answer was not about a model
 * @param bucket what is counted: {@link RateLimitBucket#id()}, or {@code unified-} and the name of a subscription's window
 * @param limit how much is allowed in a period; absent for subscriptions
 * @param remaining how much of it is left; absent for subscriptions
 * @param usedPercent how much is used, from 0 to 100
 * @param reset when everything is available again; absent if the API did not say
 */
public record RateLimitWarning(String client, @Nullable String modelClass, String bucket, @Nullable Long limit,
        @Nullable Long remaining, @Nullable Integer usedPercent, @Nullable Instant reset) {

    /** For people. */
    String text() {
        return "Little is left of the limit of " + bucket.replace('-', ' ')
                + (modelClass == null ? "" : " for " + modelClass)
                + (client.startsWith("<") ? "" : " of client \"" + client + "\"") + ": "
                + (remaining == null ? usedPercent + " % is used" : remaining + (limit == null ? "" : " of " + limit))
                + (reset == null ? "" : " until " + reset) + ". Beyond it the API answers with status 429";
    }
}

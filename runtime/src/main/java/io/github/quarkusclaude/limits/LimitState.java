package io.github.quarkusclaude.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Usage;

/**
 * What is known about the limits of one client, which has one credential, and what it has used. Told of every answer; safe
 * for use by many threads.
 */
public final class LimitState {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude.limits");

    /** Model ids come from requests: somebody may make them up without end. */
    private static final int MAX_CLASSES = 1_000;
    /** Answers that are not about a model. */
    private static final String NO_CLASS = "";

    private final String client;
    private final Clock clock;
    private final Consumer<RateLimitWarning> warnings;

    private final Map<String, ClassState> classes = new HashMap<>();
    private RateLimits latest = RateLimits.UNKNOWN;
    private long requests;
    private long messages;
    private long inputTokens;
    private long outputTokens;
    private volatile ResponseMetadata lastResponse = ResponseMetadata.NONE;

    /** The state of one class of models. */
    private static final class ClassState {

        private final LowLimits lowLimits;
        private RateLimits limits = RateLimits.UNKNOWN;
        private @Nullable Instant limitedUntil;

        ClassState(LowLimits lowLimits) {
            this.lowLimits = lowLimits;
        }
    }

    /**
     * @param client the name of the client
     * @param warnings is told when little is left of a limit
     */
    public LimitState(String client, Clock clock, Consumer<RateLimitWarning> warnings) {
        this.client = client;
        this.clock = clock;
        this.warnings = warnings;
    }

    /**
     * Takes the head of an answer.
     *
     * @param modelClass the class of the model it is about
     * @param retryAfter how long it asks to wait
     * @return all that it says
     */
    public ResponseMetadata answered(@Nullable String modelClass, int status, ResponseHeaders headers,
            @Nullable Duration retryAfter) {
        RateLimits said = RateLimits.from(headers);
        Instant now = clock.instant();
        ResponseMetadata metadata = new ResponseMetadata(status, headers.get("request-id"),
                headers.get("anthropic-organization-id"), headers.get("anthropic-workspace-id"), said, retryAfter, now);
        for (RateLimitWarning warning : keep(modelClass, metadata, now, headers)) {
            LOG.warn(warning.text());
            warnings.accept(warning);
        }
        return metadata;
    }

    /** The name of the client. */
    public String client() {
        return client;
    }

    private synchronized List<RateLimitWarning> keep(@Nullable String modelClass, ResponseMetadata metadata, Instant now,
            ResponseHeaders headers) {
        requests++;
        lastResponse = metadata;
        ClassState state = stateOf(modelClass);
        if (state == null) {
            return List.of();
        }
        state.limitedUntil = metadata.retryAfter() == null ? null : later(now, metadata.retryAfter());
        RateLimits said = metadata.limits();
        if (said.isUnknown()) {
            return List.of();
        }
        state.limits = state.limits.updatedBy(said);
        latest = state.limits;
        return state.lowLimits.check(said, now, headers.get("date"));
    }

    private @Nullable ClassState stateOf(@Nullable String modelClass) {
        String key = modelClass == null ? NO_CLASS : modelClass;
        ClassState state = classes.get(key);
        if (state == null && classes.size() < MAX_CLASSES) {
            state = new ClassState(new LowLimits(client, modelClass));
            classes.put(key, state);
        }
        return state;
    }

    private static Instant later(Instant now, Duration wait) {
        return wait.compareTo(Duration.between(now, Instant.MAX)) < 0 ? now.plus(wait) : Instant.MAX;
    }

    /** Begins to count the tokens of a message, which may be told in steps. */
    public TokenTally newMessage() {
        return new TokenTally(this);
    }

    synchronized void used(boolean isNewMessage, int input, int output) {
        if (isNewMessage) {
            messages++;
        }
        inputTokens += input;
        outputTokens += output;
    }

    /** Counts what a whole message used. */
    public void answeredWith(Usage usage) {
        newMessage().reached(usage);
    }

    /** What the last answer said. */
    public ResponseMetadata lastResponse() {
        return lastResponse;
    }

    /** The last known limits of a class of models. */
    public synchronized RateLimits limits(@Nullable String modelClass) {
        ClassState state = classes.get(modelClass == null ? NO_CLASS : modelClass);
        return state == null ? RateLimits.UNKNOWN : state.limits;
    }

    /** What has been used and what is left. */
    public synchronized UsageInfo usage() {
        Instant now = clock.instant();
        Instant limitedUntil = null;
        Map<String, RateLimits> limits = new HashMap<>();
        for (Map.Entry<String, ClassState> entry : classes.entrySet()) {
            ClassState state = entry.getValue();
            if (!state.limits.isUnknown()) {
                limits.put(entry.getKey(), state.limits);
            }
            Instant until = state.limitedUntil;
            if (until != null && until.isAfter(now) && (limitedUntil == null || until.isAfter(limitedUntil))) {
                limitedUntil = until;
            }
        }
        return new UsageInfo(requests, messages, orUnknown(latest.requests().remaining()), latest.requests().usedPercent(),
                inputTokens + outputTokens, inputTokens, outputTokens, orUnknown(latest.tokens().remaining()),
                latest.tokens().usedPercent(), limitedUntil != null, limitedUntil, lastResponse.receivedAt(), limits);
    }

    private static long orUnknown(@Nullable Long remaining) {
        return remaining == null ? -1 : remaining;
    }
}

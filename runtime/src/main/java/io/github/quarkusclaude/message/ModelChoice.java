package io.github.quarkusclaude.message;

import org.jspecify.annotations.Nullable;

/**
 * Which model a request was for, and which one was asked. Not part of the JSON of a message: the API does not know what was
 * asked of the client.
 *
 * @param requested the model of the request, or the default if it named none
 * @param effective the model that was asked
 * @param reason why it is another one; absent if it is not
 */
public record ModelChoice(String requested, String effective, @Nullable Reason reason) {

    /** Why another model was asked than the request was for. */
    public enum Reason {
        /** The subscription tier, or the application's policy, does not have the model. */
        POLICY
    }

    /** Whether another model was asked than the request was for. */
    public boolean isFallback() {
        return reason != null;
    }
}

package io.github.quarkusclaude.auth;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a client proves to the API who asks. */
public enum AuthMethod {

    /** A key of the Claude API, or of a gateway. */
    API_KEY,

    /** A bearer token that never changes, for instance of a gateway. */
    AUTH_TOKEN,

    /** Tokens that a person got by signing in, and that are refreshed. */
    OAUTH,

    /** A profile of the official command line: tokens of a person, or workload identity federation. */
    PROFILE,

    /** Workload identity federation: a token of the platform is exchanged for one of the API. */
    FEDERATION;

    /** Whether the tokens are those of a subscription, for which the API has rules of its own. */
    public boolean isSubscription() {
        return this == OAUTH;
    }

    /** The name in configuration and commands, for instance {@code api-key}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The method with a given name. Letter case and surrounding white space do not matter, and an underscore is as good as a
     * hyphen.
     *
     * @throws IllegalArgumentException if there is none; the message lists the known names
     */
    public static AuthMethod parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Stream.of(values()).filter(method -> method.id().equals(wanted)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown authentication method \"" + text + "\"; known are "
                        + Stream.of(values()).map(AuthMethod::id).collect(Collectors.joining(", "))));
    }
}

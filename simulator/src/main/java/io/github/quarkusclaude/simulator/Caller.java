package io.github.quarkusclaude.simulator;

import java.util.List;

/**
 * What the headers tell about who asks and how.
 *
 * @param betas the values of {@code anthropic-beta}
 */
record Caller(String credential, ApiVersion version, List<String> betas) {

    /** Who asks for what the simulator makes up by itself. */
    static Caller simulator() {
        return new Caller("", ApiVersion.V2026_10_21, List.of());
    }

    boolean uses(Beta beta) {
        return betas.stream().anyMatch(beta.headerValues()::contains);
    }

    @Override
    public String toString() {
        return "Caller[" + version + ", " + betas + "]";
    }
}

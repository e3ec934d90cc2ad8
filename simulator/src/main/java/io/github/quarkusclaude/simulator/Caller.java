package io.github.quarkusclaude.simulator;

import java.util.List;

/**
 * What the headers tell about who asks and how.
 *
 * @param betas the values of {@code anthropic-beta}
 */
record Caller(String credential, ApiVersion version, List<String> betas) {

    boolean uses(String betaStart) {
        return betas.stream().anyMatch(beta -> beta.startsWith(betaStart));
    }

    @Override
    public String toString() {
        return "Caller[" + version + ", " + betas + "]";
    }
}

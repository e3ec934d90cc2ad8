package io.github.quarkusclaude.service.cli;

import java.util.Map;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.junit.QuarkusTestProfile;

/** A person who has set an API key. */
public class WithKey implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.claude.api-key", ClaudeSimulator.DEFAULT_API_KEY);
    }
}

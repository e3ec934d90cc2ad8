package io.github.quarkusclaude.examples;

import java.util.Map;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A server people sign in at. */
public class SignInServer implements QuarkusTestResourceLifecycleManager {

    private ClaudeSimulator simulator;

    @Override
    public Map<String, String> start() {
        simulator = ClaudeSimulator.builder().start();
        return Map.of("quarkus.claude.\"person\".base-url", simulator.baseUrl(),
                "quarkus.claude.\"person\".auth-method", "oauth",
                "quarkus.claude.\"person\".oauth.client-id", simulator.oauth().clientId(),
                "quarkus.claude.\"person\".oauth.authorize-url", simulator.baseUrl() + "/oauth/authorize",
                "quarkus.claude.\"person\".oauth.token-url", simulator.baseUrl() + "/v1/oauth/token",
                "quarkus.claude.\"reports\".base-url", simulator.baseUrl());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(simulator, new TestInjector.MatchesType(ClaudeSimulator.class));
    }

    @Override
    public void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }
}

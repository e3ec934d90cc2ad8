package io.github.quarkusclaude.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A simulator with its own logins, and clients that are configured for them. */
public class SimulatedLogins implements QuarkusTestResourceLifecycleManager {

    private ClaudeSimulator simulator;
    private Path directory;

    @Override
    public Map<String, String> start() {
        simulator = ClaudeSimulator.builder().start();
        try {
            directory = Files.createTempDirectory("claude-logins");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> config = new HashMap<>();
        for (String client : new String[] { "person", "encrypted", "workload" }) {
            String prefix = "quarkus.claude.\"" + client + "\".";
            config.put(prefix + "base-url", simulator.baseUrl());
            config.put(prefix + "oauth.client-id", simulator.oauth().clientId());
            config.put(prefix + "oauth.token-url", simulator.baseUrl() + "/v1/oauth/token");
            config.put(prefix + "credentials-file", directory.resolve(client + ".json").toString());
        }
        config.put("quarkus.claude.\"encrypted\".token-store.type", "encrypted-file");
        config.put("quarkus.claude.\"encrypted\".token-store.file", directory.resolve("logins.enc").toString());
        config.put("quarkus.claude.\"encrypted\".token-store.key-file", directory.resolve("logins.key").toString());
        config.put("quarkus.claude.\"workload\".auth-method", "federation");
        config.put("quarkus.claude.\"workload\".federation.rule-id", simulator.federationRule().id());
        config.put("quarkus.claude.\"workload\".federation.organization-id", simulator.federationRule().organizationId());
        config.put("quarkus.claude.\"workload\".federation.identity-token-file",
                directory.resolve("identity-token").toString());
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(simulator, new TestInjector.MatchesType(ClaudeSimulator.class));
        injector.injectIntoFields(directory, new TestInjector.MatchesType(Path.class));
    }

    @Override
    public void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }
}

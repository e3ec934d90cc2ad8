package io.github.quarkusclaude.deployment.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.github.quarkusclaude.simulator.ClaudeSimulator;

/** Starts simulators with the application, and tells its configuration where they are. */
public class SimulatorConfigSource implements ConfigSource {

    private static ClaudeSimulator simulator;
    private static ClaudeSimulator unavailable;
    private static Path directory;

    private final Map<String, Supplier<String>> values = Map.of(
            "simulator.url", () -> simulator().baseUrl(),
            "simulator.unavailable-url", () -> unavailable().baseUrl(),
            "simulator.directory", () -> directory().toString(),
            "simulator.rule", () -> simulator().federationRule().id(),
            "simulator.organization", () -> simulator().federationRule().organizationId(),
            "simulator.service-account", () -> simulator().federationRule().serviceAccountId());

    static synchronized ClaudeSimulator simulator() {
        if (simulator == null) {
            simulator = ClaudeSimulator.builder()
                    // the shortest there is, so that tokens always need the next one
                    .federation(options -> options.tokenLifetime(Duration.ofMinutes(1)))
                    .start();
        }
        return simulator;
    }

    /** Another one, for servers that fail. */
    static synchronized ClaudeSimulator unavailable() {
        if (unavailable == null) {
            unavailable = ClaudeSimulator.builder().start();
        }
        return unavailable;
    }

    static synchronized Path directory() {
        if (directory == null) {
            try {
                directory = Files.createTempDirectory("claude-credentials").toRealPath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return directory;
    }

    static synchronized void close() {
        if (simulator != null) {
            simulator.close();
        }
        if (unavailable != null) {
            unavailable.close();
        }
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public String getValue(String name) {
        Supplier<String> value = values.get(name);
        return value == null ? null : value.get();
    }

    @Override
    public String getName() {
        return "simulators";
    }
}

package io.github.quarkusclaude.deployment.telemetry;

import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** Applications with extensions that observe, whose default client talks to a simulator that starts with them. */
public class Observed implements ConfigSource {

    static final String KEY = "sk-ant-api03-a-key-nobody-must-see";

    private static ClaudeSimulator simulator;

    static QuarkusUnitTest application(String... extensions) {
        return new QuarkusUnitTest()
                .withApplicationRoot(jar -> jar.addClass(Observed.class).addAsServiceProvider(ConfigSource.class,
                        Observed.class))
                .setForcedDependencies(Stream.of(extensions)
                        .map(extension -> Dependency.of("io.quarkus", extension, Version.getVersion())).toList())
                .overrideConfigKey("quarkus.claude.devservices.enabled", "false")
                .overrideRuntimeConfigKey("quarkus.claude.base-url", "${simulator.url}")
                .overrideRuntimeConfigKey("quarkus.claude.api-key", KEY)
                .overrideRuntimeConfigKey("quarkus.claude.retry.initial-delay", "1ms");
    }

    static synchronized ClaudeSimulator simulator() {
        if (simulator == null) {
            simulator = ClaudeSimulator.builder().apiKey(KEY).start();
        }
        return simulator;
    }

    static synchronized void close() {
        if (simulator != null) {
            simulator.close();
            simulator = null;
        }
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of("simulator.url");
    }

    @Override
    public String getValue(String name) {
        return name.equals("simulator.url") ? simulator().baseUrl() : null;
    }

    @Override
    public String getName() {
        return "simulator";
    }
}

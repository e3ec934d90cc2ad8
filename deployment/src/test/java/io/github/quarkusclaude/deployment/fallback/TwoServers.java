package io.github.quarkusclaude.deployment.fallback;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.github.quarkusclaude.simulator.ClaudeSimulator;

/** Two servers, each with a key of its own, and where the configuration of an application finds them. */
public class TwoServers implements ConfigSource {

    static final String FIRST_KEY = "sk-ant-api03-for-the-first-one-only";
    static final String SECOND_KEY = "sk-ant-api03-for-the-second-one-only";

    private static ClaudeSimulator first;
    private static ClaudeSimulator second;

    private final Map<String, Supplier<String>> values = Map.of("first.url", () -> first().baseUrl(), "second.url",
            () -> second().baseUrl());

    static synchronized ClaudeSimulator first() {
        if (first == null) {
            first = ClaudeSimulator.builder().apiKey(FIRST_KEY).start();
        }
        return first;
    }

    static synchronized ClaudeSimulator second() {
        if (second == null) {
            second = ClaudeSimulator.builder().apiKey(SECOND_KEY).start();
        }
        return second;
    }

    static synchronized void close() {
        if (first != null) {
            first.close();
        }
        if (second != null) {
            second.close();
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
        return "two servers";
    }
}

package io.github.quarkusclaude.service.cli;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;

/** Commands that talk to a simulator which remembers what it was asked. */
abstract class SimulatedCommandLine {

    ClaudeSimulator server;

    @BeforeEach
    void startServer() {
        server = ClaudeSimulator.builder().start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    LaunchResult launch(QuarkusMainLauncher launcher, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--base-url", server.baseUrl()));
        return launcher.launch(all.toArray(String[]::new));
    }

    RecordedRequest lastRequest() {
        return server.requests().get(server.requests().size() - 1);
    }

    JsonNode lastBody() {
        return lastRequest().body();
    }

    /** Standard error, without what Quarkus is made to log when a test starts it as a process. */
    static List<String> errors(LaunchResult result) {
        return result.getErrorStream().stream().filter(line -> !line.isBlank() && !line.startsWith("INFO ")).toList();
    }
}

package io.github.quarkusclaude.deployment.tool;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.simulator.ClaudeSimulator;

/** A client and the simulator it talks to, new for each test. */
abstract class SimulatedTest {

    @Inject
    ClaudeClients clients;

    ClaudeSimulator simulator;
    ClaudeClient claude;

    @BeforeEach
    void connect() {
        simulator = ClaudeSimulator.builder().start();
        claude = Scripts.client(clients, simulator);
    }

    @AfterEach
    void close() {
        claude.close();
        simulator.close();
    }

    /** The last message of the last request. */
    JsonNode lastTurn() {
        JsonNode messages = lastBody().path("messages");
        return messages.path(messages.size() - 1);
    }

    JsonNode lastBody() {
        return simulator.requests().get(simulator.requests().size() - 1).body();
    }
}

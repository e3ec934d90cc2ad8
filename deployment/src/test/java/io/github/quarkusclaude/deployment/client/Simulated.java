package io.github.quarkusclaude.deployment.client;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;

/** An application without classes of its own, and clients that talk to a simulator the test directs. */
final class Simulated {

    private Simulated() {
    }

    static QuarkusUnitTest application() {
        return new QuarkusUnitTest()
                .withApplicationRoot(jar -> jar.addClasses(Simulated.class, BrokenAnswers.class, TlsGateway.class))
                .overrideConfigKey("quarkus.claude.devservices.enabled", "false")
                .overrideConfigKey("quarkus.claude.api-key", ClaudeSimulator.DEFAULT_API_KEY);
    }

    static ClaudeClient client(ClaudeClients clients, ClaudeSimulator simulator) {
        return clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build();
    }

    static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + (fields.isEmpty() ? "" : "," + fields) + "}\n\n";
    }

    static String start() {
        return event("message_start", "\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\","
                + "\"model\":\"claude-sonnet-5-5\",\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}")
                + event("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}");
    }

    static String text(String text) {
        return event("content_block_delta", "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text + "\"}");
    }

    static String stop() {
        return event("content_block_stop", "\"index\":0")
                + event("message_delta", "\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":5}")
                + event("message_stop", "");
    }
}

package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.simulator.StreamScript;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ResumedStreamsTest.Resuming.class)
class ResumedStreamsTest {

    public static class Resuming implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.claude.stream.resume", "true");
        }
    }

    private static final String ONCE = """
            event: message_start
            data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant",\
            "model":"claude-sonnet-5-5","content":[],"usage":{"input_tokens":9,"output_tokens":1}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Once upon"}}

            """;

    @Inject
    ClaudeClients clients;

    @Inject
    Streams streams;

    @Test
    void theRestOfAStreamIsAskedFor() {
        // tag::resumed[]
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build()) {

            StreamScript broken = new StreamScript();
            broken.send(ONCE).thenRun(broken::abort); // <1>
            simulator.script(broken, ScriptedAnswer.text(" a time.")); // <2>

            Message story = claude.stream("Tell me a story.").finalMessage();

            assertThat(story.text()).isEqualTo("Once upon a time.");
            assertThat(story.joins()).hasSize(1);
            // end::resumed[]
            assertThat(streams.withSeams(story)).contains("behind 9 characters");
            // tag::resumed[]
        }
        // end::resumed[]
    }
}

package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.batch.BatchRequest;
import io.github.quarkusclaude.batch.MessageBatch;
import io.github.quarkusclaude.error.BillingException;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.simulator.StreamScript;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DirectedSimulatorTest {

    @Inject
    ClaudeClients clients;

    @Test
    void aTestSaysWhatIsAnswered() {
        // tag::directed[]
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build()) {

            simulator.script(ScriptedAnswer.text("Paris"), // <1>
                    ScriptedAnswer.error(402, "billing_error", "No credit is left"));
            assertThat(claude.generate("What is the capital of France?").text()).isEqualTo("Paris");
            assertThatThrownBy(() -> claude.generate("Hello")).isInstanceOf(BillingException.class);

            StreamScript script = new StreamScript(); // <2>
            simulator.script(script);
            claude.stream("Hello").close();

            assertThat(simulator.requests().get(0).body().path("model").asText()).isEqualTo("claude-sonnet-5-5"); // <3>
        }
        // end::directed[]
    }

    @Test
    void aTestSaysWhenABatchEnds() {
        // tag::batch[]
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().batchDuration(Duration.ofDays(1)).start(); // <1>
                ClaudeClient claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build()) {

            MessageBatch batch = claude.batches()
                    .create(List.of(new BatchRequest("greeting", MessageRequest.of("Hello"))));
            assertThat(claude.batches().get(batch.id()).hasEnded()).isFalse();

            simulator.batch(batch.id()).orElseThrow().end(); // <2>
            assertThat(claude.batches().get(batch.id()).hasEnded()).isTrue();
        }
        // end::batch[]
    }
}

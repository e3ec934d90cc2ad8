package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.error.NotFoundException;
import io.github.quarkusclaude.error.TooManyCallsException;
import io.github.quarkusclaude.file.FileUpload;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.TokenCount;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.StreamScript;
import io.github.quarkusclaude.stream.StreamEvent;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.subscription.Cancellable;

/** As many calls are under way at once as may be, streams until they have ended; others wait. */
class CallsTakeTurnsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.limits.max-concurrent", "1")
            .overrideConfigKey("quarkus.claude.limits.max-queued", "2");

    @Inject
    ClaudeClients clients;

    private ClaudeSimulator simulator;
    private ClaudeClient claude;
    private ReactiveClaudeClient one;

    @BeforeEach
    void connect() {
        simulator = ClaudeSimulator.builder().start();
        claude = Simulated.client(clients, simulator);
        one = claude.reactive();
    }

    @AfterEach
    void close() {
        claude.close();
        simulator.close();
    }

    @Test
    void oneAfterTheOther() throws Exception {
        StreamScript stream = new StreamScript();
        simulator.script(stream);
        CompletableFuture<List<StreamEvent>> first = one.stream("Hello").collect().asList().subscribeAsCompletionStage();
        stream.started().get(LONG.toSeconds(), TimeUnit.SECONDS);
        CompletableFuture<Message> second = one.generate("Hello").subscribeAsCompletionStage();
        Cancellable third = one.generate("Hello").subscribe().with(message -> {
        });

        assertThatThrownBy(() -> one.generate("Hello").await().atMost(LONG)).isInstanceOf(TooManyCallsException.class)
                .hasMessageContaining(
                        "2 calls of the client <default> wait already, as many as may. As many are under way as may be"
                                + " at once: quarkus.claude.limits.max-concurrent is 1");
        third.cancel();
        CompletableFuture<TokenCount> fourth = one.countTokens("Hello").subscribeAsCompletionStage();
        assertThat(simulator.requests()).hasSize(1);

        stream.send(Simulated.start() + Simulated.text("Hi") + Simulated.stop());
        stream.end();
        assertThat(first.get(LONG.toSeconds(), TimeUnit.SECONDS)).isNotEmpty();
        second.get(LONG.toSeconds(), TimeUnit.SECONDS);
        fourth.get(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(simulator.requests()).as("without the one that was cancelled").hasSize(3);
    }

    @Test
    void aStreamThatIsAbandonedMakesRoom() {
        for (int i = 0; i < 5; i++) {
            one.stream("lorem 5000 tokens").select().first(1).collect().asList().await().atMost(LONG);
        }
        assertThat(one.generate("Hello").await().atMost(LONG).text()).isNotEmpty();
    }

    @Test
    void filesTakeAPlaceToo() {
        String id = one.files().upload(FileUpload.of("small.txt", new byte[10])).await().atMost(LONG).id();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> one.files().get("file_none").await().atMost(LONG)).isInstanceOf(NotFoundException.class);
            one.models().await().atMost(LONG);
        }
        one.files().delete(id).await().atMost(LONG);
    }
}

package io.github.quarkusclaude.deployment.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.batch.BatchOutcome;
import io.github.quarkusclaude.batch.BatchPolling;
import io.github.quarkusclaude.batch.BatchRequest;
import io.github.quarkusclaude.batch.BatchResult;
import io.github.quarkusclaude.batch.BatchStatus;
import io.github.quarkusclaude.batch.JoinedResult;
import io.github.quarkusclaude.batch.MessageBatch;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.error.NotFoundException;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Multi;

/** A batch from its submission to its deletion. */
@Timeout(60)
class BatchesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = RawServer.application()
            .overrideConfigKey("quarkus.claude.system", "Be brief.");

    private static final BatchPolling OFTEN = BatchPolling.DEFAULT.withIntervals(Duration.ofMillis(5), Duration.ofMillis(20));

    @Inject
    ClaudeClients clients;

    private ClaudeSimulator simulator;
    private ClaudeClient claude;

    @BeforeEach
    void connect() {
        simulator = ClaudeSimulator.builder().batchDuration(Duration.ofHours(1)).start();
        claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build();
    }

    @AfterEach
    void close() {
        claude.close();
        simulator.close();
    }

    @Test
    void aBatchIsSubmittedAwaitedAndRead() {
        List<BatchRequest> requests = IntStream.range(0, 300)
                .mapToObj(i -> new BatchRequest("sum-" + i, MessageRequest.of("What is " + i + " + 1?"))).toList();
        List<String> kept = new ArrayList<>();

        MessageBatch ended = claude.batches().submitAndAwait(requests, OFTEN, batch -> {
            kept.add(batch.id());
            assertThat(batch.hasEnded()).isFalse();
            assertThat(batch.counts().processing()).isEqualTo(300);
            simulator.batch(batch.id()).orElseThrow().end();
        });

        assertThat(ended.status()).isEqualTo(BatchStatus.ENDED);
        assertThat(ended.counts().succeeded()).isEqualTo(300);
        assertThat(kept).containsExactly(ended.id());
        try (Stream<JoinedResult> results = claude.batches().results(ended.id(), requests)) {
            assertThat(results).hasSize(300).allSatisfy(result -> {
                JoinedResult.Matched matched = (JoinedResult.Matched) result;
                int i = Integer.parseInt(matched.customId().substring(4));
                assertThat(matched.result().message().orElseThrow().text()).contains(Integer.toString(i + 1));
            });
        }
    }

    @Test
    void aRestartedProgramGoesOnWithTheId() {
        MessageBatch submitted = claude.batches().create(List.of(question("a")));
        claude.close();

        claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build();
        CompletableFuture<MessageBatch> ended = claude.reactive().batches().awaitEnd(submitted.id(), OFTEN)
                .subscribeAsCompletionStage();
        simulator.batch(submitted.id()).orElseThrow().end();

        assertThat(ended).succeedsWithin(30, TimeUnit.SECONDS);
        assertThat(claude.batches().results(submitted.id())).extracting(BatchResult::customId).containsExactly("a");
    }

    @Test
    void requestsAreCompletedAndFittedToTheirModels() {
        claude.batches().create(List.of(question("a"),
                new BatchRequest("b", MessageRequest.builder().model("claude-haiku-4-5").temperature(0.5).maxTokens(7)
                        .stream(true).user("Hello").build())));

        RecordedRequest request = simulator.requests().get(0);
        var params = request.body().path("requests").path(0).path("params");
        assertThat(params.path("model").asText()).isEqualTo("claude-sonnet-5-5");
        assertThat(params.path("system").asText()).isEqualTo("Be brief.");
        assertThat(params.path("max_tokens").asInt()).isPositive();
        assertThat(request.body().path("requests").path(1).path("params").has("stream")).isFalse();
        assertThat(request.header("anthropic-version")).contains("2023-06-01");
        assertThat(request.header("content-type")).contains("application/json");
        assertThat(request.header("anthropic-beta")).isEmpty();
    }

    @Test
    void requestsMayComeFromASourceThatMakesThemOnTheWay() {
        MessageBatch lazily = claude.batches()
                .create(() -> IntStream.range(0, 1000).mapToObj(i -> question("q" + i)).iterator());
        MessageBatch published = claude.reactive().batches()
                .create(Multi.createFrom().range(0, 1000).onItem().transform(i -> question("q" + i)))
                .await().indefinitely();

        assertThat(lazily.counts().total()).isEqualTo(1000);
        assertThat(published.counts().total()).isEqualTo(1000);
    }

    @Test
    void whatTheApiWouldRefuseIsRefusedBeforeTheNetwork() {
        assertThatThrownBy(() -> claude.batches().create(List.of())).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> claude.batches().create(List.of(question("a"), question("a"))))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("twice");
        assertThatThrownBy(() -> claude.batches().create(
                List.of(new BatchRequest("empty", MessageRequest.builder().build()))))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("\"empty\"");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aBatchIsCancelledAndItsResultsSayWhatBecameOfEach() {
        MessageBatch batch = claude.batches().create(List.of(question("a"), question("b")));

        MessageBatch cancelled = claude.batches().cancel(batch.id());
        assertThat(cancelled.cancelInitiatedAt()).isNotNull();
        simulator.batch(batch.id()).orElseThrow().end();
        claude.batches().awaitEnd(batch.id(), OFTEN);

        assertThat(claude.batches().results(batch.id())).extracting(BatchResult::outcome)
                .hasSize(2).hasOnlyElementsOfType(BatchOutcome.Canceled.class);
    }

    @Test
    void resultsOfABatchThatHasNotEndedAreATypedFailure() {
        MessageBatch batch = claude.batches().create(List.of(question("a")));

        assertThatThrownBy(() -> claude.batches().results(batch.id()).toList())
                .isInstanceOf(io.github.quarkusclaude.error.ClaudeException.class);
        assertThatThrownBy(() -> claude.batches().delete(batch.id()))
                .isInstanceOf(io.github.quarkusclaude.error.ClaudeException.class);
    }

    @Test
    void batchesOfAllPagesAreListedAndDeleted() {
        for (int i = 0; i < 3; i++) {
            simulator.addBatch(1);
        }
        List<String> ids = claude.batches().list().map(MessageBatch::id).toList();
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();

        claude.batches().delete(ids.get(0));

        assertThat(claude.batches().list()).extracting(MessageBatch::id).doesNotContain(ids.get(0)).hasSize(2);
        assertThatThrownBy(() -> claude.batches().get(ids.get(0))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void resultsAreReadNoFasterThanTheyAreTaken() {
        String id = simulator.addBatch(2_000_000).id();

        try (Stream<BatchResult> results = claude.batches().results(id)) {
            assertThat(results.limit(100)).extracting(BatchResult::customId).doesNotHaveDuplicates().hasSize(100);
        }

        assertThat(simulator.requests().get(0).closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
    }

    private static BatchRequest question(String id) {
        return new BatchRequest(id, MessageRequest.of("What is 6 * 7?"));
    }
}

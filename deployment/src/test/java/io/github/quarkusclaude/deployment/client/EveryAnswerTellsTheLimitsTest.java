package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.batch.BatchRequest;
import io.github.quarkusclaude.error.NotFoundException;
import io.github.quarkusclaude.error.RateLimitException;
import io.github.quarkusclaude.error.RequestTooLargeException;
import io.github.quarkusclaude.file.FileUpload;
import io.github.quarkusclaude.limits.RateLimits;
import io.github.quarkusclaude.limits.ResponseMetadata;
import io.github.quarkusclaude.limits.UsageInfo;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Scenario;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.stream.MessageStream;
import io.quarkus.test.QuarkusUnitTest;

/** Limits are read from whatever the API answers, once each, and what was used is counted. */
class EveryAnswerTellsTheLimitsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            // each answer counts for itself
            .overrideConfigKey("quarkus.claude.limits.pacing", "false")
            .overrideConfigKey("quarkus.claude.retry.max-retries", "0");

    @Inject
    ClaudeClients clients;

    private ClaudeSimulator simulator;
    private ClaudeClient claude;

    @BeforeEach
    void connect() {
        // limits that stand still
        Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        simulator = ClaudeSimulator.builder().clock(clock).requestsPerMinute(1_000).maxFileBytes(1_000).start();
        claude = Simulated.client(clients, simulator);
    }

    @AfterEach
    void close() {
        claude.close();
        simulator.close();
    }

    @Test
    void aMessageInOnePiece() {
        Message message = claude.generate("Hello");

        UsageInfo usage = expectAnswers(1, 200);
        assertThat(usage.messagesUsed()).isEqualTo(1);
        assertThat(usage.inputTokensUsed()).isEqualTo(message.usage().totalInputTokens());
        assertThat(usage.outputTokensUsed()).isEqualTo((long) message.usage().outputTokens());
        assertThat(usage.tokensUsed()).isEqualTo(message.usage().totalTokens());
        assertThat(usage.messagesRemaining()).isEqualTo(999);
        assertThat(usage.messageQuotaPercent()).isZero();
        assertThat(usage.limits()).containsOnlyKeys("sonnet");
        RateLimits limits = claude.lastResponse().limits();
        assertThat(limits.requests().limit()).isEqualTo(1_000);
        assertThat(limits.inputTokens().remaining()).isNotNull();
        assertThat(limits.outputTokens().reset()).isNotNull();
        assertThat(limits.tokens().limit()).isEqualTo(200_000_000);
    }

    @Test
    void aStreamFromItsStart() {
        try (MessageStream stream = claude.stream("Hello")) {
            stream.iterator().next();
            assertThat(claude.usage().messagesRemaining()).isEqualTo(999);

            Message message = stream.finalMessage();
            UsageInfo usage = expectAnswers(1, 200);
            assertThat(usage.messagesUsed()).isEqualTo(1);
            assertThat(usage.inputTokensUsed()).isEqualTo(message.usage().totalInputTokens());
            assertThat(usage.outputTokensUsed()).isEqualTo((long) message.usage().outputTokens());
        }
    }

    @Test
    void aStreamThatIsAbandoned() {
        try (MessageStream stream = claude.stream("lorem 5000 tokens")) {
            stream.iterator().next();
        }

        UsageInfo usage = expectAnswers(1, 200);
        assertThat(usage.messagesUsed()).isEqualTo(1);
        assertThat(usage.inputTokensUsed()).isPositive();
    }

    @Test
    void refusalsOfEveryKindOfCall() {
        MessageRequest unknown = MessageRequest.builder().model("claude-x").user("Hello").build();
        simulator.answerHeaders(Map.of("anthropic-ratelimit-requests-limit", "50", "anthropic-ratelimit-requests-remaining",
                "20"));

        assertThatThrownBy(() -> claude.generate(unknown)).isInstanceOf(NotFoundException.class);
        expectAnswers(1, 404);
        assertThatThrownBy(() -> claude.stream(unknown).finalMessage()).isInstanceOf(NotFoundException.class);
        expectAnswers(2, 404);
        assertThatThrownBy(() -> claude.files().open("file_1").read()).isInstanceOf(NotFoundException.class);
        expectAnswers(3, 404);
        assertThatThrownBy(() -> claude.files().upload(FileUpload.of("large.txt", new byte[2_000])))
                .isInstanceOf(RequestTooLargeException.class);

        UsageInfo usage = expectAnswers(4, 413);
        assertThat(usage.messagesUsed()).isZero();
        assertThat(usage.messageQuotaPercent()).isEqualTo(60);
        assertThat(usage.limits()).containsOnlyKeys("claude-x", "");
    }

    @Test
    void filesBatchesAndModels() {
        simulator.answerHeaders(Map.of("anthropic-ratelimit-requests-remaining", "41"));
        claude.files().upload(FileUpload.of("small.txt", new byte[10]));
        expectAnswers(1, 200);
        assertThat(claude.usage().messagesRemaining()).isEqualTo(41);

        simulator.answerHeaders(Map.of("anthropic-ratelimit-requests-remaining", "40"));
        String id = simulator.addFile("chart.png", "image/png", new byte[100]).id();
        claude.files().download(id, new ByteArrayOutputStream());
        expectAnswers(2, 200);
        assertThat(claude.usage().messagesRemaining()).isEqualTo(40);

        simulator.answerHeaders(Map.of());
        claude.batches().create(List.of(new BatchRequest("one", MessageRequest.of("Hello"))));
        expectAnswers(3, 200);
        String batch = simulator.addBatch(2).id();
        assertThat(claude.batches().results(batch)).hasSize(2);
        expectAnswers(4, 200);
        claude.models();
        expectAnswers(5, 200);
        claude.countTokens("Hello");
        UsageInfo usage = expectAnswers(6, 200);
        assertThat(usage.messagesRemaining()).as("nothing new was said").isEqualTo(40);
        assertThat(usage.messagesUsed()).isZero();
        assertThat(usage.tokensUsed()).isZero();
    }

    @Test
    void aWaitEndsWithTheNextAnswer() {
        simulator.script(ScriptedAnswer.error(429, "rate_limit_error", "Too many").withHeader("retry-after", "12"));
        Instant before = Instant.now();

        assertThatThrownBy(() -> claude.generate("Hello")).isInstanceOf(RateLimitException.class);
        assertThat(claude.usage().isRateLimited()).isTrue();
        assertThat(claude.usage().rateLimitExpiresAt()).isBetween(before.plusSeconds(12), Instant.now().plusSeconds(12));
        assertThat(claude.lastResponse().retryAfter()).hasSeconds(12);

        claude.generate("Hello");
        assertThat(claude.usage().isRateLimited()).isFalse();
        assertThat(claude.usage().rateLimitExpiresAt()).isNull();
    }

    @Test
    void aRefusalTellsWhatIsUsedUp() {
        simulator.close();
        simulator = ClaudeSimulator.builder().clock(Clock.fixed(Instant.now(), ZoneOffset.UTC)).requestsPerMinute(2)
                .outputTokensPerMinute(5).start();
        claude.close();
        claude = Simulated.client(clients, simulator);

        claude.generate("Hello");
        assertThat(usedUp(() -> claude.generate("Hello"))).contains("output-tokens");
        assertThat(usedUp(() -> claude.stream("Hello").finalMessage())).contains("output-tokens");

        simulator.scenario(Scenario.RATE_LIMITED.times(2));
        assertThat(usedUp(() -> claude.files().delete("file_1"))).as("not said").isEmpty();
        simulator.answerHeaders(Map.of("anthropic-ratelimit-unified-status", "rejected",
                "anthropic-ratelimit-unified-representative-claim", "seven_day"));
        assertThat(usedUp(() -> claude.models())).contains("seven_day");
    }

    private static Optional<String> usedUp(ThrowingCallable call) {
        return catchThrowableOfType(RateLimitException.class, call).bucket();
    }

    @Test
    void everyFamilyOfHeaders() {
        Instant reset = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60);
        simulator.answerHeaders(Map.of(
                "anthropic-priority-input-tokens-limit", "1000",
                "anthropic-fast-output-tokens-remaining", "7",
                "anthropic-ratelimit-unified-status", "allowed",
                "anthropic-ratelimit-unified-5h-utilization", "0.25",
                "anthropic-ratelimit-unified-5h-reset", Long.toString(reset.getEpochSecond()),
                "anthropic-ratelimit-something-new", "x"));

        claude.generate("Hello");

        RateLimits limits = claude.usage().limits().get("sonnet");
        assertThat(limits.buckets()).hasSize(6);
        assertThat(limits.unified().windows().get("5h").utilization()).isEqualTo(0.25);
        assertThat(limits.unified().windows().get("5h").reset()).isEqualTo(reset);
        assertThat(limits.others()).containsOnly(Map.entry("anthropic-ratelimit-something-new", "x"));
    }

    @Test
    void theTwinsShowTheSame() {
        assertThat(claude.usage().requestCount()).isZero();
        assertThat(claude.lastResponse()).isEqualTo(ResponseMetadata.NONE);

        claude.generate("Hello");

        assertThat(claude.reactive().usage()).isEqualTo(claude.usage());
        assertThat(claude.reactive().lastResponse()).isEqualTo(claude.lastResponse());
    }

    private UsageInfo expectAnswers(int count, int lastStatus) {
        UsageInfo usage = claude.usage();
        assertThat(simulator.requests()).hasSize(count);
        assertThat(usage.requestCount()).isEqualTo(count);
        assertThat(claude.lastResponse().status()).isEqualTo(lastStatus);
        assertThat(claude.lastResponse().requestId()).isEqualTo(simulator.requests().get(count - 1).requestId());
        assertThat(usage.lastRequestTimestamp()).isEqualTo(claude.lastResponse().receivedAt());
        return usage;
    }
}

package io.github.quarkusclaude.deployment.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.auth.AuthEvent;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.error.NotFoundException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.simulator.StreamScript;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.search.Search;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.QuarkusUnitTest;

/** With Micrometer, calls are counted and timed, with their tokens and costs, under tags that stay few. */
@Timeout(60)
class CallsAreMeasuredTest {

    private static final String DURATION = "gen_ai.client.operation.duration";
    private static final String PROMPT = "What is the secret of the pyramids?";
    private static final MessageRequest SONNET = MessageRequest.builder().model("claude-sonnet-5-5").maxTokens(100)
            .user(PROMPT).build();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Observed.application("quarkus-micrometer")
            .withApplicationRoot(jar -> jar.addClasses(Observed.class, Registry.class)
                    .addAsServiceProvider(ConfigSource.class, Observed.class))
            // some tests are told of limits that are not those of the simulator
            .overrideRuntimeConfigKey("quarkus.claude.limits.pacing", "false")
            .overrideRuntimeConfigKey("quarkus.claude.budget.limit", "100")
            .overrideRuntimeConfigKey("quarkus.claude.budget.on-unknown-price", "allow");

    @Inject
    ClaudeClient claude;

    @Inject
    MeterRegistry registry;

    @Inject
    ModelCatalog catalog;

    @Inject
    Event<AuthEvent> authEvents;

    private final ClaudeSimulator simulator = Observed.simulator();

    @Singleton
    static class Registry {

        @Produces
        @Singleton
        SimpleMeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }

    @AfterEach
    void reset() {
        simulator.reset();
    }

    @AfterAll
    static void close() {
        Observed.close();
    }

    @Test
    void answersWithTheirTokensAndCosts() {
        double inputBefore = count("claude.client.tokens", "kind", "input");
        double outputBefore = count("claude.client.tokens", "kind", "output");
        double costBefore = count("claude.client.cost");
        long callsBefore = calls("outcome", "answered", "gen_ai.request.model", "claude-sonnet-5-5");

        Message answer = claude.generate(SONNET);

        assertThat(calls("outcome", "answered", "gen_ai.request.model", "claude-sonnet-5-5")).isEqualTo(callsBefore + 1);
        assertThat(search(DURATION).tags("outcome", "answered").timer().getId().getTags()).contains(
                Tag.of("gen_ai.operation.name", "chat"), Tag.of("gen_ai.provider.name", "anthropic"),
                Tag.of("claude.client", "<default>"), Tag.of("error.type", "none"));
        assertThat(count("claude.client.tokens", "kind", "input") - inputBefore)
                .isEqualTo((double) answer.usage().inputTokens());
        assertThat(count("claude.client.tokens", "kind", "output") - outputBefore)
                .isEqualTo((double) answer.usage().outputTokens());
        assertThat(count("claude.client.cost") - costBefore)
                .isCloseTo(catalog.cost(answer).orElseThrow().total().doubleValue(), within(1e-9));
        assertThat(search("gen_ai.client.token.usage").tags("gen_ai.token.type", "input").summary().max())
                .isGreaterThanOrEqualTo(answer.usage().totalInputTokens());
    }

    @Test
    void streamsWithTheTimeToTheirContent() {
        long begun = search("gen_ai.client.operation.time_to_first_chunk").timers().stream().mapToLong(t -> t.count()).sum();
        long streamed = calls("gen_ai.request.stream", "true", "outcome", "answered");

        claude.stream(SONNET).finalMessage();

        assertThat(search("gen_ai.client.operation.time_to_first_chunk").timers().stream().mapToLong(t -> t.count()).sum())
                .isEqualTo(begun + 1);
        assertThat(calls("gen_ai.request.stream", "true", "outcome", "answered")).isEqualTo(streamed + 1);
    }

    @Test
    void failuresByTheirType() {
        simulator.script(ScriptedAnswer.error(400, "invalid_request_error", "No"));

        assertThatThrownBy(() -> claude.generate(SONNET)).isInstanceOf(InvalidRequestException.class);

        assertThat(calls("outcome", "failed", "error.type", InvalidRequestException.class.getName())).isPositive();
    }

    @Test
    void retries() {
        simulator.script(ScriptedAnswer.error(529, "overloaded_error", "Overloaded"));
        long before = calls("outcome", "answered");

        claude.generate(SONNET);

        assertThat(count("claude.client.retries", "error.type", OverloadedException.class.getName())).isPositive();
        assertThat(calls("outcome", "answered")).as("one call").isEqualTo(before + 1);
    }

    @Test
    void streamsThatAreGivenUp() {
        long before = calls("outcome", "cancelled");
        StreamScript script = new StreamScript();
        simulator.script(script);
        script.send(start());

        claude.reactive().stream(SONNET).select().first(1).collect().asList().await().atMost(Duration.ofSeconds(30));

        assertThat(script.closedByClient()).succeedsWithin(Duration.ofSeconds(20));
        assertThat(calls("outcome", "cancelled")).isEqualTo(before + 1);
        assertThat(count("claude.client.cost.unknown")).as("its output was never told").isPositive();
    }

    @Test
    void anUnknownPriceIsCountedApart() {
        double before = count("claude.client.cost.unknown", "gen_ai.response.model", "other");
        simulator.script(ScriptedAnswer.message("""
                {"id": "msg_1", "type": "message", "role": "assistant", "model": "a-model-nobody-knows", "content": [],
                 "stop_reason": "end_turn", "usage": {"input_tokens": 3, "output_tokens": 4}}"""));

        claude.generate(SONNET);

        assertThat(count("claude.client.cost.unknown", "gen_ai.response.model", "other")).isEqualTo(before + 1);
        assertThat(search("claude.client.cost").tags("gen_ai.response.model", "other").counters()).isEmpty();
    }

    @Test
    void modelsThatAreMadeUpDoNotMakeMoreMeters() {
        assertThatThrownBy(() -> claude.generate(SONNET.toBuilder().model("invented").build()))
                .isInstanceOf(NotFoundException.class);
        int meters = registry.getMeters().size();

        assertThatThrownBy(() -> claude.generate(SONNET.toBuilder().model("made-up").build()))
                .isInstanceOf(NotFoundException.class);

        assertThat(registry.getMeters()).hasSize(meters);
        assertThat(calls("gen_ai.request.model", "other")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whatIsLeftOfLimits() {
        limits(900, Instant.parse("2100-01-01T00:00:00Z"));
        claude.generate(SONNET);
        assertThat(remaining()).isEqualTo(900);

        limits(17, Instant.parse("2100-01-01T00:00:00Z"));
        claude.stream(SONNET).finalMessage();
        assertThat(remaining()).isEqualTo(17);

        limits(3, Instant.parse("2001-01-01T00:00:00Z"));
        claude.generate(SONNET);
        assertThat(remaining()).as("after the reset").isEqualTo(1_000);
    }

    @Test
    void budgets() {
        claude.generate(SONNET);

        assertThat(search("claude.client.budget.limit").gauge().value()).isEqualTo(100);
        double spent = search("claude.client.budget.spent").gauge().value();
        assertThat(spent).isPositive();
        assertThat(search("claude.client.budget.remaining").gauge().value()).isCloseTo(100 - spent, within(1e-9));
    }

    @Test
    void refreshesOfCredentials() {
        authEvents.fire(new AuthEvent.Refreshed("<default>", "a test", null));
        authEvents.fire(new AuthEvent.LoginNeeded("<default>", "a test", "a reason"));

        assertThat(count("claude.client.credential.refreshes", "outcome", "refreshed")).isEqualTo(1);
        assertThat(count("claude.client.credential.refreshes", "outcome", "login_needed")).isEqualTo(1);
    }

    @Test
    void noneOfManyCallsAtOnceIsLost() {
        long before = calls("outcome", "answered");

        IntStream.range(0, 64).parallel().forEach(call -> {
            if (call % 2 == 0) {
                claude.generate(SONNET);
            } else {
                claude.stream(SONNET).finalMessage();
            }
        });

        assertThat(calls("outcome", "answered")).isEqualTo(before + 64);
    }

    @Test
    void neitherSecretsNorContentAreInTags() {
        claude.generate(SONNET);

        List<String> all = registry.getMeters().stream().map(Meter::getId).map(Object::toString).toList();
        assertThat(all).isNotEmpty().noneMatch(meter -> meter.contains(PROMPT) || meter.contains(Observed.KEY));
    }

    private void limits(int remaining, Instant reset) {
        simulator.answerHeaders(Map.of("anthropic-ratelimit-requests-limit", "1000",
                "anthropic-ratelimit-requests-remaining", Integer.toString(remaining),
                "anthropic-ratelimit-requests-reset", reset.toString()));
    }

    private double remaining() {
        return search("claude.client.ratelimit.remaining").tags("model.class", "sonnet", "bucket", "requests").gauge()
                .value();
    }

    private Search search(String name) {
        return registry.find(name);
    }

    private double count(String name, String... tags) {
        return search(name).tags(tags).counters().stream().mapToDouble(counter -> counter.count()).sum();
    }

    private long calls(String... tags) {
        return search(DURATION).tags(tags).timers().stream().mapToLong(timer -> timer.count()).sum();
    }

    private static String start() {
        return """
                event: message_start
                data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant",\
                "model":"claude-sonnet-5-5","content":[],"stop_reason":null,"usage":{"input_tokens":7,"output_tokens":1}}}

                event: content_block_start
                data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

                event: content_block_delta
                data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Once"}}

                """;
    }
}

package io.github.quarkusclaude.deployment.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogRecord;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.catalog.FallbackEvent;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.error.FallbackException;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.error.ModelNotFoundException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ModelChoice;
import io.github.quarkusclaude.message.ModelChoice.Attempt;
import io.github.quarkusclaude.message.ModelChoice.Reason;
import io.github.quarkusclaude.message.ModelRoute;
import io.github.quarkusclaude.message.RequestOptions;
import io.github.quarkusclaude.message.StructuredMessage;
import io.github.quarkusclaude.simulator.Fault;
import io.github.quarkusclaude.simulator.Scenario;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.simulator.StreamScript;
import io.github.quarkusclaude.stream.StreamEvent;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

/** When a model does not answer, another one is asked, then another client; the answer and the application are told. */
@Timeout(60)
class AnotherModelAnswersTest extends FallbackTest {

    private static final ScriptedAnswer OVERLOADED = ScriptedAnswer.error(529, "overloaded_error", "Overloaded");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application(Observer.class, Sum.class)
            .overrideRuntimeConfigKey("quarkus.claude.fallback.on", "overload,outage,retirement,rate-limit,refusal")
            .overrideRuntimeConfigKey("quarkus.claude.circuit-breaker.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.claude.budget.limit", "100")
            .overrideRuntimeConfigKey("quarkus.claude.\"backup\".budget.limit", "100")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.github.quarkusclaude"))
            .assertLogRecords(records -> assertThat(records).extracting(LogRecord::getMessage)
                    .filteredOn(text -> text.startsWith(OPUS + " ") && text.contains(". " + SONNET + " is asked instead"))
                    .as("one warning for each pair and reason").satisfiesOnlyOnce(isAbout("OVERLOAD"))
                    .satisfiesOnlyOnce(isAbout("REFUSAL")).satisfiesOnlyOnce(isAbout("OUTAGE"))
                    .satisfiesOnlyOnce(isAbout("RATE_LIMIT")).hasSize(4));

    private static ThrowingConsumer<String> isAbout(String reason) {
        return text -> assertThat(text).contains("client <default> (" + reason);
    }

    @Inject
    Observer observer;

    @Inject
    ModelCatalog catalog;

    @BeforeEach
    void forget() {
        observer.seen.clear();
    }

    @InEveryWay
    void onOverload(String way) {
        first.scenario(Scenario.OVERLOADED);

        Message answer = ask(way, ask("What is 6 * 7?"));

        assertThat(answer.text()).contains("42");
        assertThat(answer.model()).isEqualTo(SONNET);
        assertThat(asked(first)).containsExactly(OPUS, SONNET);
        ModelChoice choice = answer.modelChoice();
        assertThat(choice.requested()).isEqualTo(OPUS);
        assertThat(choice.effective()).isEqualTo(SONNET);
        assertThat(choice.reason()).isEqualTo(Reason.OVERLOAD);
        assertThat(choice.client()).isNull();
        assertThat(choice.attempts()).hasSize(1);
        Attempt left = choice.attempts().get(0);
        assertThat(left.route()).isEqualTo(ModelRoute.to(OPUS));
        assertThat(left.failure()).isInstanceOf(OverloadedException.class);
        assertThat(left.requestId()).contains(first.requests().get(0).requestId());
        assertThat(observer.seen).hasSize(1);
        FallbackEvent event = observer.seen.get(0);
        assertThat(event.client()).isEqualTo("<default>");
        assertThat(event.to()).isEqualTo(ModelRoute.to(SONNET));
        assertThat(event.requestId()).isEqualTo(left.requestId());
        assertThat(answer.toJson()).doesNotContain("attempts", "modelChoice");
    }

    @InEveryWay
    void ofAnotherClientWithItsOwnKeyAndBudget(String way) {
        first.scenario(Scenario.OVERLOADED.times(2));
        BigDecimal spent = spent("backup");

        Message answer = ask(way, ask("What is 6 * 7?"));

        assertThat(answer.text()).contains("42");
        assertThat(asked(first)).containsExactly(OPUS, SONNET);
        assertThat(asked(second)).containsExactly(HAIKU);
        assertThat(second.requests().get(0).header("x-api-key")).contains(TwoServers.SECOND_KEY);
        assertThat(answer.modelChoice().route()).isEqualTo(new ModelRoute(HAIKU, "backup"));
        assertThat(answer.modelChoice().attempts()).extracting(Attempt::route).containsExactly(ModelRoute.to(OPUS),
                ModelRoute.to(SONNET));
        assertThat(observer.seen).extracting(FallbackEvent::to).containsExactly(ModelRoute.to(SONNET),
                new ModelRoute(HAIKU, "backup"));
        assertThat(spent("backup").subtract(spent)).isEqualByComparingTo(cost(answer));
    }

    @InEveryWay
    void onRetirement(String way) {
        MessageRequest request = MessageRequest.builder().model("claude-opus-4-1").user("What is 6 * 7?").build();

        Message answer = ask(way, request);

        assertThat(answer.modelChoice().requested()).isEqualTo("claude-opus-4-1");
        assertThat(answer.modelChoice().effective()).isEqualTo(SONNET);
        assertThat(answer.modelChoice().reason()).isEqualTo(Reason.RETIREMENT);
        assertThat(answer.modelChoice().attempts().get(0).failure()).isInstanceOf(ModelNotFoundException.class);
    }

    @InEveryWay
    void onRateLimitsAndOutages(String way) {
        first.scenario(Scenario.RATE_LIMITED_SILENTLY, Scenario.BAD_GATEWAY);

        Message answer = ask(way, ask("What is 6 * 7?"));

        assertThat(answer.modelChoice().reason()).isEqualTo(Reason.RATE_LIMIT);
        assertThat(answer.modelChoice().attempts()).extracting(Attempt::reason).containsExactly(Reason.RATE_LIMIT,
                Reason.OUTAGE);
    }

    @InEveryWay
    void onARefusalWhichIsBilledAndSeen(String way) {
        BigDecimal spent = spent("<default>");
        first.script(refusal(OPUS));

        Message answer = ask(way, ask("What is 6 * 7?"));

        assertThat(answer.text()).contains("42");
        ModelChoice choice = answer.modelChoice();
        assertThat(choice.reason()).isEqualTo(Reason.REFUSAL);
        assertThat(choice.route()).isEqualTo(ModelRoute.to(SONNET));
        Message refused = choice.attempts().get(0).answer();
        assertThat(refused.isRefusal()).isTrue();
        assertThat(refused.stopDetails().category()).isEqualTo("bio");
        assertThat(refused.usage().inputTokens()).isEqualTo(100);
        assertThat(spent("<default>").subtract(spent)).as("both are paid for")
                .isEqualByComparingTo(cost(refused).add(cost(answer)));
        assertThat(observer.seen).extracting(FallbackEvent::reason).containsExactly(Reason.REFUSAL);
    }

    @InEveryWay
    void theFirstRefusalIsTheAnswerIfAllRefuse(String way) {
        first.script(refusal(OPUS), refusal(SONNET));
        second.script(refusal(HAIKU));

        Message answer = ask(way, ask("What is 6 * 7?"));

        assertThat(answer.isRefusal()).isTrue();
        assertThat(answer.modelChoice().isFallback()).isFalse();
        assertThat(answer.modelChoice().attempts()).extracting(Attempt::route).containsExactly(ModelRoute.to(SONNET),
                new ModelRoute(HAIKU, "backup"));
    }

    @InEveryWay
    void theFirstFailureIsThrownIfAllFail(String way) {
        first.scenario(Scenario.OVERLOADED.times(2));
        second.scenario(Scenario.SERVER_ERROR);

        OverloadedException failure = catchThrowableOfType(OverloadedException.class,
                () -> ask(way, ask("What is 6 * 7?")));

        assertThat(failure.requestId()).contains(first.requests().get(0).requestId());
        assertThat(failure.getSuppressed()).hasSize(2).allSatisfy(
                suppressed -> assertThat(suppressed).isInstanceOf(FallbackException.class)
                        .message().doesNotContain(TwoServers.FIRST_KEY, TwoServers.SECOND_KEY));
        assertThat(failure.getSuppressed()[1]).hasMessageContainingAll(HAIKU + " via backup",
                second.requests().get(0).requestId());
    }

    @InEveryWay
    void whatIsWrongWithARequestIsSaidAtOnce(String way) {
        first.script(ScriptedAnswer.error(400, "invalid_request_error", "Too long"));

        assertThatThrownBy(() -> ask(way, ask("What is 6 * 7?"))).isInstanceOf(InvalidRequestException.class);

        assertThat(asked(first)).containsExactly(OPUS);
        assertThat(observer.seen).isEmpty();
    }

    @Test
    void aStreamFallsBackAsLongAsNothingWasHandedOut() {
        first.fault(Fault.of(Fault.Kind.ERROR_EVENT_AFTER, 1));

        assertThat(claude.stream(ask("What is 6 * 7?")).finalMessage().modelChoice().effective()).isEqualTo(SONNET);

        first.fault(Fault.of(Fault.Kind.RESET_AT_BYTE, 100));

        Message answer = claude.stream(ask("What is 6 * 7?")).finalMessage();
        assertThat(answer.modelChoice().effective()).isEqualTo(SONNET);
        assertThat(answer.modelChoice().reason()).isEqualTo(Reason.OUTAGE);
    }

    @Test
    void aStreamWithContentIsNeverReplaced() {
        first.scenario(Scenario.OVERLOADED_MID_STREAM);
        assertThatThrownBy(() -> claude.stream(ask("What is 6 * 7?")).finalMessage())
                .isInstanceOf(OverloadedException.class);

        first.script(ScriptedAnswer.message("""
                {"id":"msg_1","type":"message","role":"assistant","model":"%s","content":[{"type":"text","text":"Well"}],
                "stop_reason":"refusal","usage":{"input_tokens":100,"output_tokens":10}}""".formatted(OPUS)));
        Message refused = claude.stream(ask("What is 6 * 7?")).finalMessage();

        assertThat(refused.isRefusal()).isTrue();
        assertThat(refused.text()).isEqualTo("Well");
        assertThat(asked(first)).containsExactly(OPUS, OPUS);
    }

    @Test
    void cancellingAbandonsWhoeverIsAskedJustThen() {
        StreamScript unanswered = new StreamScript();
        first.script(OVERLOADED, unanswered);
        AssertSubscriber<StreamEvent> subscriber = claude.reactive().stream("Hello").subscribe()
                .withSubscriber(AssertSubscriber.create(10));
        assertThat(unanswered.started()).succeedsWithin(30, TimeUnit.SECONDS);

        subscriber.cancel();

        assertThat(unanswered.closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
        assertThat(asked(first)).containsExactly(OPUS, SONNET);
        assertThat(asked(second)).isEmpty();
    }

    @Test
    void everyCallIsAnsweredAsLongAsSomebodyDoes() {
        first.chaos(0.6, Scenario.OVERLOADED, Scenario.BAD_GATEWAY, Scenario.RATE_LIMITED_SILENTLY, Scenario.RESET_AT_BYTE);
        Set<Reason> reasons = new HashSet<>();
        try {
            for (int i = 0; i < 100; i++) {
                Message answer = ask(i % 2 == 0 ? "blocking" : "streamed", ask("Say exactly: " + i));
                assertThat(answer.text()).isEqualTo("" + i);
                answer.modelChoice().attempts().forEach(attempt -> reasons.add(attempt.reason()));
            }
        } finally {
            first.chaos(0);
        }
        assertThat(reasons).contains(Reason.OVERLOAD, Reason.OUTAGE, Reason.RATE_LIMIT);
        assertThat(asked(second)).isNotEmpty();
    }

    @Test
    void aRequestHasItsOwnWayToFallBackOrNone() {
        first.scenario(Scenario.OVERLOADED);
        assertThatThrownBy(() -> claude.generate(ask("Hello", List.of()))).isInstanceOf(OverloadedException.class);

        first.scenario(Scenario.OVERLOADED);
        assertThat(claude.generate(ask("Hello", List.of(ModelRoute.via("backup")))).modelChoice().route())
                .isEqualTo(new ModelRoute(OPUS, "backup"));

        assertThat(asked(first)).containsExactly(OPUS, OPUS);
        assertThat(asked(second)).containsExactly(OPUS);
    }

    @Test
    void theModelOfARequestIsAskedOnce() {
        first.scenario(Scenario.OVERLOADED);

        claude.generate(MessageRequest.builder().model(SONNET).user("Hello").build());

        assertThat(asked(first)).containsExactly(SONNET);
        assertThat(asked(second)).containsExactly(HAIKU);
    }

    @Test
    void eachIsSentWhatItTakes() {
        first.scenario(Scenario.OVERLOADED.times(1));
        MessageRequest request = MessageRequest.builder().user("What is 6 * 7?").maxTokens(100_000)
                .options(RequestOptions.DEFAULT.withFallback(List.of(ModelRoute.to("claude-haiku-4-5")))).build();

        Message answer = claude.generate(request);

        assertThat(answer.text()).contains("42");
        assertThat(lastBody(first).path("max_tokens").asInt())
                .isEqualTo(catalog.model("claude-haiku-4-5").orElseThrow().maxOutputTokens());
    }

    @Test
    void javaValuesComeFromWhoeverAnswers() {
        first.script(OVERLOADED);

        StructuredMessage<Sum> answer = claude.generate("What is 6 * 7?", Sum.class);

        assertThat(answer.message().modelChoice().effective()).isEqualTo(SONNET);
    }

    @Test
    void tokensAreCountedForTheModelThatWasNamed() {
        first.scenario(Scenario.OVERLOADED);

        assertThatThrownBy(() -> claude.countTokens("Hello")).isInstanceOf(OverloadedException.class);
    }

    private BigDecimal spent(String client) {
        return clients.client(client).budget().orElseThrow().spent();
    }

    private BigDecimal cost(Message message) {
        return catalog.cost(message).orElseThrow().total();
    }

    private static MessageRequest ask(String prompt, List<ModelRoute> fallback) {
        return MessageRequest.builder().user(prompt).options(RequestOptions.DEFAULT.withFallback(fallback)).build();
    }

    private static ScriptedAnswer refusal(String model) {
        return ScriptedAnswer.message("""
                {"id":"msg_1","type":"message","role":"assistant","model":"%s","content":[],"stop_reason":"refusal",
                "stop_details":{"type":"refusal","category":"bio","explanation":"No"},
                "usage":{"input_tokens":100,"output_tokens":10}}""".formatted(model));
    }

    /** A sum. */
    public record Sum(int result) {
    }

    @Singleton
    static class Observer {

        final List<FallbackEvent> seen = new CopyOnWriteArrayList<>();

        void see(@Observes FallbackEvent event) {
            seen.add(event);
        }
    }
}

package io.github.quarkusclaude.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.catalog.FallbackTrigger;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.FallbackException;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.error.ModelNotFoundException;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.ModelChoice;
import io.github.quarkusclaude.message.ModelChoice.Attempt;
import io.github.quarkusclaude.message.ModelChoice.Reason;
import io.github.quarkusclaude.message.ModelRoute;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;

/** One after the other is asked, and the answer tells. */
class FallbackRunTest {

    private static final String A = "claude-a";
    private static final ModelRoute B = ModelRoute.to("claude-b");
    private static final ModelRoute C = new ModelRoute("claude-c", "backup");

    private final List<ModelRoute> asked = new ArrayList<>();
    private final List<ModelRoute> told = new ArrayList<>();
    private Duration left = Duration.ofMinutes(1);

    @Test
    void whoeverAnswersFirstIsTaken() {
        Message answer = run(Set.of(FallbackTrigger.OVERLOAD), candidate(ModelRoute.to(A), answer(A)),
                candidate(B, answer("claude-b")));

        assertThat(answer.modelChoice()).isEqualTo(new ModelChoice(A, A, null));
        assertThat(asked).containsExactly(ModelRoute.to(A));
        assertThat(told).isEmpty();
    }

    @Test
    void theNextOneAnswersAndTheAnswerTellsWhatWasTried() {
        ClaudeException overloaded = overloaded("req_1");
        Message answer = run(Set.of(FallbackTrigger.OVERLOAD), candidate(ModelRoute.to(A), overloaded),
                candidate(B, invalid()), candidate(C, answer("claude-c")));

        ModelChoice choice = answer.modelChoice();
        assertThat(choice.requested()).isEqualTo(A);
        assertThat(choice.route()).isEqualTo(C);
        assertThat(choice.reason()).isEqualTo(Reason.OVERLOAD);
        assertThat(choice.attempts()).extracting(Attempt::route).containsExactly(ModelRoute.to(A), B);
        assertThat(choice.attempts()).extracting(Attempt::reason).containsExactly(Reason.OVERLOAD, Reason.FAILURE);
        assertThat(choice.attempts().get(0).requestId()).contains("req_1");
        assertThat(choice.attempts().get(0).failure()).isSameAs(overloaded);
        assertThat(told).containsExactly(B, C);
    }

    @Test
    void theFirstFailureIsThrownWithTheOthers() {
        ClaudeException overloaded = overloaded("req_1");
        assertThatThrownBy(() -> run(Set.of(FallbackTrigger.OVERLOAD), candidate(ModelRoute.to(A), overloaded),
                candidate(B, overloaded("req_2")), candidate(C, invalid())))
                .isSameAs(overloaded)
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(2)
                        .allSatisfy(suppressed -> assertThat(suppressed).isInstanceOf(FallbackException.class)));
        assertThat(overloaded.getSuppressed()[0]).hasMessageContaining("claude-b was asked instead")
                .hasMessageContaining("req_2").hasCauseInstanceOf(OverloadedException.class);
        assertThat(overloaded.getSuppressed()[1]).hasMessageContaining("claude-c via backup");
    }

    @Test
    void whatIsNoReasonEndsTheCall() {
        assertThatThrownBy(() -> run(Set.of(FallbackTrigger.values()), candidate(ModelRoute.to(A), invalid()),
                candidate(B, answer("claude-b")))).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> run(Set.of(FallbackTrigger.RETIREMENT), candidate(ModelRoute.to(A), overloaded("req_1")),
                candidate(B, answer("claude-b")))).isInstanceOf(OverloadedException.class);
        assertThat(asked).doesNotContain(B);
    }

    @Test
    void aRefusalIsAnAnswerUnlessItIsAReason() {
        Message answer = run(Set.of(FallbackTrigger.OVERLOAD), candidate(ModelRoute.to(A), refusal(A)),
                candidate(B, answer("claude-b")));
        assertThat(answer.isRefusal()).isTrue();
        assertThat(answer.modelChoice().attempts()).isEmpty();

        answer = run(Set.of(FallbackTrigger.REFUSAL), candidate(ModelRoute.to(A), refusal(A)),
                candidate(B, answer("claude-b")));
        assertThat(answer.text()).isEqualTo("Hello");
        Attempt left = answer.modelChoice().attempts().get(0);
        assertThat(left.reason()).isEqualTo(Reason.REFUSAL);
        assertThat(left.answer().usage().outputTokens()).isEqualTo(3);
    }

    @Test
    void aRefusalIsTheAnswerIfNobodyHasAnother() {
        Message answer = run(Set.of(FallbackTrigger.REFUSAL, FallbackTrigger.OVERLOAD),
                candidate(ModelRoute.to(A), overloaded("req_1")), candidate(B, refusal("claude-b")),
                candidate(C, overloaded("req_2")));

        assertThat(answer.isRefusal()).isTrue();
        assertThat(answer.modelChoice().route()).isEqualTo(B);
        assertThat(answer.modelChoice().reason()).isEqualTo(Reason.OVERLOAD);
        assertThat(answer.modelChoice().attempts()).extracting(Attempt::route).containsExactly(ModelRoute.to(A), C);

        answer = run(Set.of(FallbackTrigger.REFUSAL), candidate(ModelRoute.to(A), refusal(A)),
                candidate(B, refusal("claude-b")));
        assertThat(answer.modelChoice().isFallback()).isFalse();
        assertThat(answer.modelChoice().attempts()).extracting(Attempt::route).containsExactly(B);
    }

    @Test
    void aTurnIsFinishedByWhoBeganIt() {
        Message answer = run(Set.of(FallbackTrigger.OVERLOAD), candidate(B, answer("claude-b")),
                candidate(ModelRoute.to(A), answer(A)));
        assertThat(answer.modelChoice()).isEqualTo(new ModelChoice(A, "claude-b", Reason.OPEN_TURN));

        answer = run(Set.of(FallbackTrigger.OVERLOAD), candidate(B, overloaded("req_1")),
                candidate(ModelRoute.to(A), answer(A)));
        assertThat(answer.modelChoice().isFallback()).isFalse();
        assertThat(answer.modelChoice().attempts()).extracting(Attempt::route).containsExactly(B);
    }

    @Test
    void nobodyIsAskedWhenTheTimeIsOver() {
        left = Duration.ofSeconds(-1);
        assertThatThrownBy(() -> run(Set.of(FallbackTrigger.OVERLOAD), candidate(ModelRoute.to(A), overloaded("req_1")),
                candidate(B, answer("claude-b")))).isInstanceOf(OverloadedException.class);
        assertThat(asked).containsExactly(ModelRoute.to(A));
        assertThat(told).isEmpty();
    }

    @Test
    void reasonsAreToldByStatusAndType() {
        FallbackRules all = new FallbackRules(Set.of(FallbackTrigger.values()));
        assertThat(all.reason(overloaded("req_1"))).isEqualTo(Reason.OVERLOAD);
        assertThat(all.reason(error(503, "api_error", "Unavailable"))).isEqualTo(Reason.OVERLOAD);
        assertThat(all.reason(error(500, "api_error", "Broken"))).isEqualTo(Reason.OUTAGE);
        assertThat(all.reason(network(NetworkException.Phase.CONNECT))).isEqualTo(Reason.OUTAGE);
        assertThat(all.reason(error(429, "rate_limit_error", "Slower"))).isEqualTo(Reason.RATE_LIMIT);
        assertThat(all.reason(new ModelNotFoundException(ErrorDetails.of(404, A), null))).isEqualTo(Reason.RETIREMENT);

        assertThat(all.reason(missing("file_1"))).isNull();
        assertThat(all.reason(network(NetworkException.Phase.TOTAL))).isNull();
        assertThat(
                all.reason(error(503, "api_error", "Key\",\"details\":{\"error_code\":\"cmek_key_unreachable\"},\"x\":\"")))
                .isNull();
        assertThat(all.reason(new IllegalStateException())).isNull();
        assertThat(new FallbackRules(Set.of()).reason(overloaded("req_1"))).isNull();
    }

    @SafeVarargs
    private final Message run(Set<FallbackTrigger> on, FallbackRun.Candidate<Message>... candidates) {
        asked.clear();
        told.clear();
        return new FallbackRun<>(A, List.of(candidates), new Messages(), new FallbackRules(on),
                Deadline.in(left),
                (attempt, next) -> told.add(next)).answer().await().atMost(Duration.ofSeconds(30));
    }

    private FallbackRun.Candidate<Message> candidate(ModelRoute route, Object outcome) {
        return new FallbackRun.Candidate<>() {
            @Override
            public ModelRoute route() {
                return route;
            }

            @Override
            public boolean isRequested() {
                return route.equals(ModelRoute.to(A));
            }

            @Override
            public Uni<Message> ask() {
                asked.add(route);
                return outcome instanceof Throwable failure ? Uni.createFrom().failure(failure)
                        : Uni.createFrom().item((Message) outcome);
            }
        };
    }

    private static Message answer(String model) {
        return message(model, "\"end_turn\"", "{\"type\":\"text\",\"text\":\"Hello\"}");
    }

    private static Message refusal(String model) {
        return message(model, "\"refusal\"", "");
    }

    private static Message message(String model, String stopReason, String content) {
        return Message.fromJson("""
                {"id":"msg_1","type":"message","role":"assistant","model":"%s","content":[%s],"stop_reason":%s,
                "usage":{"input_tokens":5,"output_tokens":3}}""".formatted(model, content, stopReason))
                .withModelChoice(new ModelChoice(model, model, null));
    }

    private static ClaudeException overloaded(String requestId) {
        return new OverloadedException(ErrorDetails.of(529, "Overloaded").withRequestId(requestId), null);
    }

    private static ClaudeException invalid() {
        return error(400, "invalid_request_error", "Too long");
    }

    private static ClaudeException missing(String message) {
        return error(404, "not_found_error", message);
    }

    private static ClaudeException network(NetworkException.Phase phase) {
        return new NetworkException(phase, ErrorDetails.of("Lost"), null);
    }

    private static ClaudeException error(int status, String type, String message) {
        String body = "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"%s\"}}".formatted(type, message);
        return new ApiErrors(UnaryOperator.identity(), Clock.systemUTC()).of(status,
                ReceivedHeaders.of(MultiMap.caseInsensitiveMultiMap()),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Messages implements FallbackRun.Answers<Message> {

        @Override
        public Message refusal(Message answer) {
            return answer.isRefusal() ? answer : null;
        }

        @Override
        public Message withChoice(Message answer, UnaryOperator<ModelChoice> change) {
            return answer.withModelChoice(change.apply(answer.modelChoice()));
        }
    }
}

package io.github.quarkusclaude.deployment.client;

import static io.github.quarkusclaude.deployment.client.BrokenAnswers.OVERLOADED;
import static io.github.quarkusclaude.deployment.client.BrokenAnswers.begun;
import static io.github.quarkusclaude.deployment.client.BrokenAnswers.escaped;
import static io.github.quarkusclaude.deployment.client.BrokenAnswers.restOf;
import static io.github.quarkusclaude.deployment.client.BrokenAnswers.sse;
import static io.github.quarkusclaude.deployment.client.Simulated.event;
import static io.github.quarkusclaude.deployment.client.Simulated.start;
import static io.github.quarkusclaude.deployment.client.Simulated.stop;
import static io.github.quarkusclaude.deployment.client.Simulated.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.error.TruncatedStreamException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageJoin;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.OutputConfig;
import io.github.quarkusclaude.message.OutputFormat;
import io.github.quarkusclaude.message.StopReason;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.ThinkingBlock;
import io.github.quarkusclaude.message.ThinkingLevel;
import io.github.quarkusclaude.message.ToolUseBlock;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Scenario;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.simulator.StreamScript;
import io.github.quarkusclaude.stream.ContentBlockStart;
import io.github.quarkusclaude.stream.ContentBlockStop;
import io.github.quarkusclaude.stream.MessageAccumulator;
import io.github.quarkusclaude.stream.MessageDelta;
import io.github.quarkusclaude.stream.MessageResumed;
import io.github.quarkusclaude.stream.MessageStart;
import io.github.quarkusclaude.stream.MessageStop;
import io.github.quarkusclaude.stream.StreamEvent;
import io.github.quarkusclaude.tool.ToolRunEvent;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

/** The rest of a stream that broke off is asked for, and the subscriber sees one stream. */
@Timeout(120)
class WhatBreaksOffIsContinuedTest {

    private static final String WHOLE = "Es war  einmal\n\n ein 😀 Kind.\n\tEnde \n";
    private static final String CONTINUES = "claude-haiku-4-5-20251001";
    private static final String IS_ASKED = "claude-sonnet-5-5";
    private static final String THINKS = "claude-opus-5-5";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.stream.resume", "true")
            .overrideConfigKey("quarkus.claude.retry.max-retries", "1")
            .overrideConfigKey("quarkus.claude.retry.initial-delay", "1ms")
            .overrideConfigKey("quarkus.claude.read-timeout", "3s")
            .overrideConfigKey("quarkus.claude.circuit-breaker.enabled", "false");

    @Inject
    ClaudeClients clients;

    private ClaudeSimulator simulator;
    private ClaudeClient claude;

    @BeforeEach
    void connect() {
        simulator = ClaudeSimulator.builder().start();
        claude = Simulated.client(clients, simulator);
    }

    @AfterEach
    void close() {
        claude.close();
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { CONTINUES, IS_ASKED })
    void whereverItBreaksTheTextIsTheWhole(String model) {
        for (int cut = 0; cut <= WHOLE.length(); cut++) {
            simulator.reset();
            simulator.script(sse(start() + (cut == 0 ? "" : text(escaped(WHOLE.substring(0, cut))))), restOf(WHOLE));

            List<StreamEvent> events = claude.reactive().stream(asking(model)).collect().asList().await()
                    .atMost(Duration.ofSeconds(20));

            Message message = message(events);
            assertThat(message.text()).as("cut at %d", cut).isEqualTo(WHOLE);
            assertThat(message.content()).as("cut at %d", cut).hasSize(1);
            assertThat(message.stopReason()).isEqualTo(StopReason.END_TURN);
            assertThat(message.usage().inputTokens()).isEqualTo(2);
            assertThat(message.usage().outputTokens()).isEqualTo(6);
            assertThat(message.joins()).singleElement().satisfies(join -> {
                assertThat(join.requestId()).contains(simulator.requests().get(0).requestId());
                assertThat(join.failure()).isInstanceOf(TruncatedStreamException.class);
                assertThat(join.block()).isZero();
            });
            assertThat(message.joins().get(0).offset()).isEqualTo(cut);
            assertThat(events.stream().filter(event -> !event.type().equals("content_block_delta")).map(Object::getClass))
                    .isEqualTo(cut == 0
                            ? List.of(MessageStart.class, MessageResumed.class, ContentBlockStart.class, ContentBlockStop.class,
                                    MessageDelta.class, MessageStop.class)
                            : List.of(MessageStart.class, ContentBlockStart.class, MessageResumed.class, ContentBlockStop.class,
                                    MessageDelta.class, MessageStop.class));
            assertThat(simulator.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { CONTINUES, IS_ASKED, THINKS })
    void theApiAcceptsWhatItIsAsked(String model) {
        for (int cut = 0; cut < WHOLE.stripTrailing().length(); cut++) {
            simulator.reset();
            String arrived = WHOLE.substring(0, cut);
            int given = cut > 0 && Character.isHighSurrogate(arrived.charAt(cut - 1)) ? cut - 1 : cut;
            // no text the API continues may end with white space
            given = model.equals(CONTINUES) ? arrived.substring(0, given).stripTrailing().length() : given;
            simulator.script(sse(start() + (cut == 0 ? "" : text(escaped(arrived)))),
                    ScriptedAnswer.text(WHOLE.stripTrailing().substring(given)));

            assertThat(claude.stream(asking(model)).finalMessage().text()).as("cut at %d", cut)
                    .isEqualTo(WHOLE.stripTrailing());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "reset-mid-content", "overloaded-mid-stream", "stall" })
    void whateverMayPass(String scenario) {
        String words = "one two three four five six seven eight nine ten ".repeat(20).strip();
        simulator.script(ScriptedAnswer.text(words), restOf(words));
        simulator.scenario(Scenario.named(scenario));

        Message message = claude.stream(asking(IS_ASKED)).finalMessage();

        assertThat(message.text()).isEqualTo(words);
        assertThat(message.joins()).hasSize(1);
    }

    @Test
    void moreThanOnce() {
        simulator.script(sse(start() + text("One ") + OVERLOADED), sse(start() + text("two ")), restOf("One two three"));

        Message message = claude.stream(asking(IS_ASKED)).finalMessage();

        assertThat(message.text()).isEqualTo("One two three");
        assertThat(message.joins()).extracting(MessageJoin::offset).containsExactly(4, 8);
        assertThat(message.joins()).extracting(join -> (Object) join.failure().getClass())
                .containsExactly(OverloadedException.class, TruncatedStreamException.class);
        assertThat(message.joins().get(1).failure().partialMessage().orElseThrow().text()).isEqualTo("One two ");
        assertThat(message.usage().inputTokens()).isEqualTo(3);
        assertThat(message.usage().outputTokens()).isEqualTo(7);
    }

    @Test
    void butNotForEver() {
        simulator.script(sse(start() + text("One ")), sse(start() + text("two ")), sse(start() + text("three") + OVERLOADED),
                restOf("One two three four"));

        ClaudeException failure = failure(OverloadedException.class, asking(IS_ASKED));

        assertThat(failure.partialMessage().orElseThrow().text()).isEqualTo("One two three");
        assertThat(failure.partialMessage().orElseThrow().joins()).hasSize(2);
        assertThat(failure.requestId()).contains(simulator.requests().get(2).requestId());
        assertThat(simulator.requests()).hasSize(3);
    }

    @Test
    void aRestThatCannotBeHadIsTheFailureItWas() {
        simulator.script(sse(start() + text("Once")), ScriptedAnswer.error(400, "invalid_request_error", "Not like this"));

        ClaudeException failure = failure(TruncatedStreamException.class, asking(IS_ASKED));

        assertThat(failure.partialMessage().orElseThrow().text()).isEqualTo("Once");
        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(InvalidRequestException.class);
        assertThat(simulator.requests()).hasSize(2);
    }

    @Test
    void openingTheRestIsTriedAgainAsEveryCall() {
        simulator.script(sse(start() + text("Once ")), ScriptedAnswer.error(529, "overloaded_error", "Overloaded"),
                restOf("Once upon a time"));

        assertThat(claude.stream(asking(IS_ASKED)).finalMessage().text()).isEqualTo("Once upon a time");
        assertThat(simulator.requests()).hasSize(3);
    }

    @Test
    void whatTheApplicationBeganIsContinuedWithTheAnswer() {
        MessageRequest request = MessageRequest.builder().model(CONTINUES).user("A tale").assistant("Once").build();
        simulator.script(sse(start() + text(" upon")), restOf("Once upon a time"));

        assertThat(claude.stream(request).finalMessage().text()).isEqualTo(" upon a time");
        assertThat(simulator.requests().get(1).body().path("messages")).hasSize(2);
    }

    @Test
    void thinkingThatIsCompleteStaysAndIsNotThoughtTwice() {
        Message real = claude.generate(asking(THINKS));
        ThinkingBlock thinking = (ThinkingBlock) real.content().get(0);
        String thought = begun() + event("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"thinking\","
                + "\"thinking\":\"" + escaped(thinking.thinking()) + "\",\"signature\":\"\"}");
        String signed = thought + event("content_block_delta", "\"index\":0,\"delta\":{\"type\":\"signature_delta\","
                + "\"signature\":\"" + thinking.signature() + "\"}");
        String complete = signed + event("content_block_stop", "\"index\":0");
        String written = complete
                + event("content_block_start", "\"index\":1,\"content_block\":{\"type\":\"text\",\"text\":\"\"}")
                + event("content_block_delta", "\"index\":1,\"delta\":{\"type\":\"text_delta\",\"text\":\"Once \"}");

        simulator.script(sse(thought));
        Message again = claude.stream(asking(THINKS)).finalMessage();
        assertThat(again.text()).isEqualTo(real.text());
        expectFitForAConversation(again);

        simulator.script(sse(complete));
        Message rest = claude.stream(asking(THINKS)).finalMessage();
        assertThat(rest.text()).isEqualTo(real.text());
        expectFitForAConversation(rest);

        simulator.script(sse(written), ScriptedAnswer.text("upon a time"));
        Message joined = claude.stream(asking(THINKS)).finalMessage();
        assertThat(joined.text()).isEqualTo("Once upon a time");
        expectFitForAConversation(joined);

        simulator.reset();
        simulator.script(sse(signed));
        failure(TruncatedStreamException.class, asking(THINKS));
        assertThat(simulator.requests()).as("half a thought cannot be joined").hasSize(1);
    }

    @Test
    void aToolCallIsNotJoined() {
        String called = start() + text("Let me see") + event("content_block_stop", "\"index\":0");
        String tool = called + event("content_block_start",
                "\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"weather\",\"input\":{}}");
        String half = tool + event("content_block_delta",
                "\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"city\\\":\"}");
        simulator.script(sse(half));
        failure(TruncatedStreamException.class, asking(IS_ASKED));
        assertThat(simulator.requests()).hasSize(1);

        simulator.reset();
        simulator.script(sse(half + event("content_block_delta",
                "\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"\\\"Bern\\\"}\"}")
                + event("content_block_stop", "\"index\":1")));
        failure(TruncatedStreamException.class, asking(IS_ASKED));
        assertThat(simulator.requests()).hasSize(1);

        simulator.reset();
        simulator.script(sse(tool), sse(begun() + event("content_block_start",
                "\"index\":0,\"content_block\":{\"type\":\"tool_use\",\"id\":\"toolu_2\",\"name\":\"weather\",\"input\":{}}")
                + event("content_block_delta",
                        "\"index\":0,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{}\"}")
                + stop()));
        Message message = claude.stream(asking(IS_ASKED)).finalMessage();
        assertThat(message.content()).hasSize(2);
        assertThat(message.content().get(0)).isInstanceOf(TextBlock.class);
        assertThat(message.content().get(1)).isInstanceOfSatisfying(ToolUseBlock.class,
                use -> assertThat(use.id()).as("nothing of the first call was given out").isEqualTo("toolu_2"));
        assertThat(message.joins()).extracting(MessageJoin::block, MessageJoin::offset)
                .containsExactly(tuple(1, 0));
    }

    @Test
    void aTextThatTheRestDoesNotGoOnWithIsEnded() {
        simulator.script(sse(start() + text("Let me see")), sse(begun() + event("content_block_start",
                "\"index\":0,\"content_block\":{\"type\":\"tool_use\",\"id\":\"toolu_2\",\"name\":\"weather\",\"input\":{}}")
                + stop()));

        Message message = claude.stream(asking(IS_ASKED)).finalMessage();

        assertThat(message.text()).isEqualTo("Let me see");
        assertThat(message.toolUses()).hasSize(1);
    }

    @Test
    void anAnswerInAGivenFormIsNotJoined() {
        MessageRequest request = MessageRequest.builder().model(IS_ASKED).user("Which?")
                .outputConfig(OutputConfig.format(OutputFormat.jsonSchema(RawJson.of("{\"type\":\"object\",\"properties\":{},"
                        + "\"additionalProperties\":false}"))))
                .build();
        simulator.script(sse(start() + text("{")));

        failure(TruncatedStreamException.class, request);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void anAnswerThatLacksOnlyItsEndIsComplete() {
        simulator.script(ScriptedAnswer.text("Once upon a time"));
        simulator.scenario(Scenario.NO_MESSAGE_STOP);

        Message message = claude.stream(asking(IS_ASKED)).finalMessage();

        assertThat(message.text()).isEqualTo("Once upon a time");
        assertThat(message.joins()).isEmpty();
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void onlyWhatIsAskedForIsGivenOut() {
        simulator.script(sse(start() + text("One ") + text("two ")), restOf("One two three"));
        AssertSubscriber<StreamEvent> subscriber = claude.reactive().stream(asking(IS_ASKED)).subscribe()
                .withSubscriber(AssertSubscriber.create(0));

        int asked = 0;
        while (subscriber.getItems().isEmpty() || !(subscriber.getLastItem() instanceof MessageStop)) {
            subscriber.awaitNextItem(Duration.ofSeconds(20));
            asked++;
            assertThat(subscriber.getItems()).hasSize(asked);
        }
        subscriber.awaitCompletion(Duration.ofSeconds(20));
        assertThat(message(subscriber.getItems()).text()).isEqualTo("One two three");
    }

    @Test
    void cancellingClosesTheConnectionOfTheRest() {
        StreamScript rest = new StreamScript();
        rest.send(start() + text("two"));
        simulator.script(sse(start() + text("One ")), rest);
        AssertSubscriber<String> subscriber = claude.reactive().stream(asking(IS_ASKED)).text().subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        subscriber.awaitItems(2, Duration.ofSeconds(20));

        subscriber.cancel();

        assertThat(rest.closedByClient()).succeedsWithin(20, TimeUnit.SECONDS);
        assertThat(subscriber.getItems()).containsExactly("One ", "two");
    }

    @Test
    void runsWithToolsSeeWhereAnswersWereJoined() {
        simulator.script(sse(start() + text("One ")), restOf("One two"));

        List<ToolRunEvent> events = claude.toolRunner().stream(asking(IS_ASKED)).toList();

        Message answer = events.stream().filter(ToolRunEvent.StepFinished.class::isInstance)
                .map(ToolRunEvent.StepFinished.class::cast).findFirst().orElseThrow().answer();
        assertThat(answer.text()).isEqualTo("One two");
        assertThat(answer.joins()).hasSize(1);
    }

    private void expectFitForAConversation(Message answer) {
        assertThat(answer.content()).hasSize(2).first().isInstanceOf(ThinkingBlock.class);
        assertThat(answer.joins()).hasSize(1);
        MessageRequest next = asking(THINKS).toBuilder().assistant(answer).user("Say exactly: fine").build();
        assertThat(claude.generate(next).text()).isEqualTo("fine");
    }

    private <T extends ClaudeException> T failure(Class<T> type, MessageRequest request) {
        T failure = catchThrowableOfType(type, () -> claude.stream(request).finalMessage());
        assertThat(failure).isNotNull();
        return failure;
    }

    private static MessageRequest asking(String model) {
        return MessageRequest.builder().model(model).thinkingLevel(model.equals(THINKS) ? ThinkingLevel.HIGH : null)
                .user("Tell me a tale").build();
    }

    private static Message message(List<StreamEvent> events) {
        MessageAccumulator accumulator = new MessageAccumulator();
        events.forEach(accumulator::accept);
        return accumulator.message();
    }
}

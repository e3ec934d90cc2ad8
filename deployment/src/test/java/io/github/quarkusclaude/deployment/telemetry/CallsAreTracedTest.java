package io.github.quarkusclaude.deployment.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.error.TruncatedStreamException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.simulator.StreamScript;
import io.github.quarkusclaude.stream.StreamEvent;
import io.github.quarkusclaude.tool.ToolDefinition;
import io.github.quarkusclaude.tool.ToolResult;
import io.github.quarkusclaude.tool.ToolRunner;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * With OpenTelemetry, each call has one span that ends with it, below the span of its caller and above those of its requests.
 */
@Timeout(60)
class CallsAreTracedTest {

    private static final String PROMPT = "What is the secret of the pyramids?";
    private static final MessageRequest SONNET = MessageRequest.builder().model("claude-sonnet-5-5").maxTokens(100)
            .system("Be secretive").user(PROMPT).build();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Spans.application();

    @Inject
    ClaudeClient claude;

    @Inject
    Tracer tracer;

    @Inject
    InMemorySpanExporter exporter;

    @Inject
    Vertx vertx;

    private final ClaudeSimulator simulator = Observed.simulator();

    @BeforeEach
    void forget() {
        exporter.reset();
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
    void anAnswerInOnePiece() {
        Message answer = claude.generate(SONNET);

        SpanData span = onlyChat();
        assertThat(span.getName()).isEqualTo("chat claude-sonnet-5-5");
        assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(text(span, "gen_ai.operation.name")).isEqualTo("chat");
        assertThat(text(span, "gen_ai.provider.name")).isEqualTo("anthropic");
        assertThat(text(span, "gen_ai.request.model")).isEqualTo("claude-sonnet-5-5");
        assertThat(text(span, "gen_ai.response.model")).isEqualTo(answer.model());
        assertThat(text(span, "gen_ai.response.id")).isEqualTo(answer.id());
        assertThat(span.getAttributes().get(AttributeKey.stringArrayKey("gen_ai.response.finish_reasons")))
                .containsExactly(answer.stopReason().value());
        assertThat(number(span, "gen_ai.request.max_tokens")).isEqualTo(100);
        assertThat(number(span, "gen_ai.usage.input_tokens")).isEqualTo(answer.usage().totalInputTokens());
        assertThat(number(span, "gen_ai.usage.output_tokens")).isEqualTo(answer.usage().outputTokens().longValue());
        assertThat(number(span, "server.port")).isEqualTo(simulator.port());
        assertThat(text(span, "claude.client")).isEqualTo("<default>");
        assertThat(requestsOf(span)).as("the HTTP requests below it").hasSize(1);
    }

    @Test
    void aStreamWithItsUsage() {
        Message answer = claude.stream(SONNET).finalMessage();

        SpanData span = onlyChat();
        assertThat(span.getAttributes().get(AttributeKey.booleanKey("gen_ai.request.stream"))).isTrue();
        assertThat(text(span, "gen_ai.response.id")).isEqualTo(answer.id());
        assertThat(number(span, "gen_ai.usage.input_tokens")).isEqualTo(answer.usage().totalInputTokens());
        assertThat(number(span, "gen_ai.usage.output_tokens")).isEqualTo(answer.usage().outputTokens().longValue());
        assertThat(span.getAttributes().get(AttributeKey.doubleKey("gen_ai.response.time_to_first_chunk"))).isPositive();
        assertThat(requestsOf(span)).hasSize(1);
    }

    @Test
    void itsParentIsTheSpanOfTheCaller() {
        Span caller = tracer.spanBuilder("caller").startSpan();
        try (Scope scope = caller.makeCurrent()) {
            claude.generate(SONNET);
            claude.stream(SONNET).finalMessage();
            assertThat(Span.current()).as("the caller keeps its own").isEqualTo(caller);
        } finally {
            caller.end();
        }

        assertThat(chats()).hasSize(2).allSatisfy(span -> {
            assertThat(span.getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId());
            assertThat(requestsOf(span)).hasSize(1);
        });
    }

    @Test
    void onEventLoopsTheCallerKeepsItsSpanWhileAStreamGoesOn() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        List<Span> seen = new ArrayList<>();
        List<Context> contexts = new ArrayList<>();
        Span caller = tracer.spanBuilder("caller").startSpan();
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);

        context.runOnContext(ignored -> {
            caller.makeCurrent();
            claude.reactive().stream(SONNET).subscribe().with(event -> {
                seen.add(Span.current());
                contexts.add(Vertx.currentContext());
            }, failure -> done.countDown(), done::countDown);
        });

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        caller.end();
        assertThat(seen).isNotEmpty().containsOnly(caller);
        assertThat(contexts).containsOnly(context);
        assertThat(onlyChat().getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId());
        assertThat(requestsOf(onlyChat())).hasSize(1);
    }

    @Test
    void aFailureEndsIt() {
        simulator.script(ScriptedAnswer.error(400, "invalid_request_error", "No"));

        assertThatThrownBy(() -> claude.generate(SONNET)).isInstanceOf(InvalidRequestException.class);

        assertThat(onlyChat().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(text(onlyChat(), "error.type")).isEqualTo(InvalidRequestException.class.getName());
    }

    @Test
    void retriesArePartOfIt() {
        simulator.script(ScriptedAnswer.error(529, "overloaded_error", "Overloaded"),
                ScriptedAnswer.error(503, "api_error", "Unavailable"));
        claude.generate(SONNET);
        simulator.script(ScriptedAnswer.error(529, "overloaded_error", "Overloaded"));
        claude.stream(SONNET).finalMessage();

        assertThat(chats()).hasSize(2).allSatisfy(
                span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET));
        assertThat(chats().get(0).getEvents()).extracting(EventData::getName).containsExactly("claude.retry",
                "claude.retry");
        assertThat(chats().get(0).getEvents().get(0).getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo(OverloadedException.class.getName());
        assertThat(requestsOf(chats().get(0))).as("each request").hasSize(3);
        assertThat(chats().get(1).getEvents()).hasSize(1);
        assertThat(requestsOf(chats().get(1))).hasSize(2);
    }

    @Test
    void aStreamThatBreaksOffEndsItWithWhatIsKnown() {
        simulator.script(ScriptedAnswer.sse(begun().getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> claude.stream(SONNET).finalMessage()).isInstanceOf(TruncatedStreamException.class);

        SpanData span = onlyChat();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(text(span, "gen_ai.response.id")).isEqualTo("msg_1");
        assertThat(number(span, "gen_ai.usage.input_tokens")).isEqualTo(7);
    }

    @Test
    void givingUpAStreamEndsIt() {
        StreamScript script = new StreamScript();
        simulator.script(script);
        script.send(begun());

        List<StreamEvent> events = claude.reactive().stream(SONNET).select().first(2).collect().asList().await()
                .atMost(Duration.ofSeconds(30));

        assertThat(events).hasSize(2);
        assertThat(script.closedByClient()).succeedsWithin(Duration.ofSeconds(20));
        SpanData span = onlyChat();
        assertThat(span.getAttributes().get(AttributeKey.booleanKey("claude.cancelled"))).isTrue();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void callsAtOnceHaveTheirOwnSpansBelowTheirOwnCallers() {
        ConcurrentHashMap<String, String> callers = new ConcurrentHashMap<>();

        IntStream.range(0, 32).parallel().forEach(call -> {
            Span caller = tracer.spanBuilder("caller").setNoParent().startSpan();
            callers.put(caller.getSpanContext().getTraceId(), caller.getSpanContext().getSpanId());
            try (Scope scope = caller.makeCurrent()) {
                if (call % 2 == 0) {
                    claude.generate(SONNET);
                } else {
                    claude.stream(SONNET).finalMessage();
                }
            } finally {
                caller.end();
            }
        });

        assertThat(chats()).hasSize(32).allSatisfy(span -> {
            assertThat(span.getParentSpanId()).isEqualTo(callers.get(span.getTraceId()));
            assertThat(requestsOf(span)).hasSize(1);
        });
        assertThat(chats()).extracting(SpanData::getTraceId).doesNotHaveDuplicates();
    }

    @Test
    void toolsOfARun() throws Exception {
        simulator.script(ScriptedAnswer.message("""
                {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-sonnet-5-5",
                 "stop_reason": "tool_use", "usage": {"input_tokens": 3, "output_tokens": 4}, "content": [
                  {"type": "tool_use", "id": "toolu_1", "name": "pyramid", "input": {"name": "Khufu the secretive"}},
                  {"type": "tool_use", "id": "toolu_2", "name": "broken", "input": {}}]}"""), ScriptedAnswer.text("Done"));
        RawJson schema = RawJson.of("{\"type\": \"object\"}");
        Span caller = tracer.spanBuilder("caller").startSpan();
        ToolRunner runner = claude.toolRunner().tools(
                ToolDefinition.of(Tool.of("pyramid", "Opens a pyramid", schema), call -> ToolResult.of("Empty")),
                ToolDefinition.of(Tool.of("broken", "Fails", schema), call -> {
                    throw new IllegalStateException("The secretive one");
                }));
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.executeBlocking(() -> {
            caller.makeCurrent();
            return runner.run(SONNET);
        }).toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        caller.end();

        assertThat(chats()).hasSize(2);
        List<SpanData> tools = exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().startsWith("execute_tool ")).toList();
        assertThat(tools).extracting(SpanData::getName).containsExactlyInAnyOrder("execute_tool pyramid",
                "execute_tool broken");
        assertThat(tools).extracting(SpanData::getKind).containsOnly(SpanKind.INTERNAL);
        assertThat(tools).extracting(span -> text(span, "gen_ai.tool.call.id")).containsExactlyInAnyOrder("toolu_1",
                "toolu_2");
        assertThat(tools).filteredOn(span -> span.getStatus().getStatusCode() == StatusCode.ERROR)
                .extracting(span -> text(span, "error.type")).containsExactly(IllegalStateException.class.getName());
        assertThat(exporter.getFinishedSpanItems()).filteredOn(span -> span.getKind() != SpanKind.CLIENT
                || span.getName().startsWith("chat")).filteredOn(span -> !span.getName().equals("caller"))
                .extracting(SpanData::getParentSpanId).containsOnly(caller.getSpanContext().getSpanId());
        assertThat(exporter.getFinishedSpanItems()).allSatisfy(
                span -> assertThat(span.toString()).doesNotContain("secretive", "Empty"));
    }

    @Test
    void neitherSecretsNorContentAreInIt() {
        String answer = claude.stream(SONNET).finalMessage().text();
        claude.generate(SONNET);

        assertThat(exporter.getFinishedSpanItems()).isNotEmpty().allSatisfy(
                span -> assertThat(span.toString()).doesNotContain(PROMPT, "secretive", answer, Observed.KEY));
    }

    private List<SpanData> chats() {
        return exporter.getFinishedSpanItems().stream().filter(span -> span.getName().startsWith("chat")).toList();
    }

    private SpanData onlyChat() {
        assertThat(chats()).hasSize(1);
        return chats().get(0);
    }

    private List<SpanData> requestsOf(SpanData span) {
        return exporter.getFinishedSpanItems().stream().filter(one -> one.getParentSpanId().equals(span.getSpanId()))
                .toList();
    }

    private static String text(SpanData span, String attribute) {
        return span.getAttributes().get(AttributeKey.stringKey(attribute));
    }

    private static long number(SpanData span, String attribute) {
        return span.getAttributes().get(AttributeKey.longKey(attribute));
    }

    private static String begun() {
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

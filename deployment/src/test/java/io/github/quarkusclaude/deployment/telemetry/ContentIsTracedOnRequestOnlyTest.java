package io.github.quarkusclaude.deployment.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.quarkus.test.QuarkusUnitTest;

/** Whoever asks for it finds prompts and answers in the spans, and still no secret. */
class ContentIsTracedOnRequestOnlyTest {

    private static final MessageRequest REQUEST = MessageRequest.builder().model("claude-sonnet-5-5").maxTokens(100)
            .system("Be brief").user("What is 6 * 7?").build();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Spans.application()
            .overrideRuntimeConfigKey("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "true");

    @Inject
    ClaudeClient claude;

    @Inject
    InMemorySpanExporter exporter;

    @BeforeEach
    void forget() {
        exporter.reset();
    }

    @AfterAll
    static void close() {
        Observed.close();
    }

    @Test
    void inOnePiece() {
        assertTold(claude.generate(REQUEST));
    }

    @Test
    void streamed() {
        assertTold(claude.stream(REQUEST).finalMessage());
    }

    private void assertTold(Message answer) {
        assertThat(attribute("gen_ai.input.messages"))
                .isEqualTo("[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"What is 6 * 7?\"}]}]");
        assertThat(attribute("gen_ai.system_instructions")).isEqualTo("[{\"type\":\"text\",\"content\":\"Be brief\"}]");
        assertThat(attribute("gen_ai.output.messages")).contains("\"role\":\"assistant\"", "42", answer.text(),
                "\"finish_reason\":\"end_turn\"");
        assertThat(exporter.getFinishedSpanItems()).allSatisfy(
                span -> assertThat(span.toString()).doesNotContain(Observed.KEY));
    }

    private String attribute(String name) {
        return exporter.getFinishedSpanItems().stream().filter(span -> span.getName().startsWith("chat")).findFirst()
                .orElseThrow().getAttributes().get(AttributeKey.stringKey(name));
    }
}

package io.github.quarkusclaude.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

@ConformanceGroup(number = 3, promise = "Which model is asked if a request names none: the configured one, then that of a tier that was set, then Claude 3.5 Sonnet; with a client, on the command line, whole and streamed.", differs = {
        "the guide names two defaults for API keys. The tier's default counts only if the tier was set and not found out." })
class DefaultModelIT extends Conformance {

    /** What is set: the request's model, {@code quarkus.claude.model}, {@code ANTHROPIC_MODEL}, the tier; what is asked. */
    private static final String PRECEDENCE = """
            ,                         ,                          ,                         ,     claude-3-5-sonnet-20241022
            ,                         ,                          ,                         pro,  claude-sonnet-4-20250514
            ,                         ,                          ,                         free, claude-3-5-haiku-20241022
            ,                         ,                          ,                         max,  claude-opus-4-20250514
            ,                         ,                          ,                         api,  claude-sonnet-4-20250514
            ,                         ,                          claude-3-haiku-20240307,  ,     claude-3-haiku-20240307
            ,                         ,                          claude-3-haiku-20240307,  pro,  claude-3-haiku-20240307
            ,                         claude-3-5-haiku-20241022, claude-3-haiku-20240307,  ,     claude-3-5-haiku-20241022
            ,                         claude-3-5-haiku-20241022, claude-3-haiku-20240307,  pro,  claude-3-5-haiku-20241022
            ,                         ,                          claude-opus-4-20250514,   pro,  claude-sonnet-4-20250514
            claude-sonnet-4-20250514, claude-3-5-haiku-20241022, claude-3-haiku-20240307,  pro,  claude-sonnet-4-20250514
            claude-opus-4-20250514,   claude-3-5-haiku-20241022, ,                         ,     claude-opus-4-20250514
            """;

    /** One program for each value of {@code ANTHROPIC_MODEL}. */
    private final Map<String, Api> apis = new HashMap<>();

    @ParameterizedTest
    @CsvSource(textBlock = PRECEDENCE)
    void onTheCommandLine(String ofRequest, String configured, String variable, String tier, String asked) {
        Program program = set(set(set(this.program, "QUARKUS_CLAUDE_MODEL", configured), "ANTHROPIC_MODEL", variable),
                "ANTHROPIC_SUBSCRIPTION_TIER", tier);

        String[] command = ofRequest == null ? new String[] { "generate", "Hello" }
                : new String[] { "generate", "-m", ofRequest, "Hello" };
        assertThat(program.run(command).exitCode()).isZero();
        assertThat(lastModel()).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource(textBlock = PRECEDENCE)
    void withAClient(String ofRequest, String configured, String variable, String tier, String asked) {
        String client = "/clients/" + configured + "-" + tier;

        for (String call : List.of("/generate", "/stream", "/count-tokens")) {
            JsonNode answer = apis.computeIfAbsent(String.valueOf(variable), key -> serve(variable)).post(client + call,
                    ask("model", ofRequest));

            assertThat(answer.has("failure")).as(answer.toString()).isFalse();
            assertThat(lastModel()).as(call).isEqualTo(asked);
        }
    }

    /** Clients for all that can be configured. */
    private Api serve(String variable) {
        Program program = set(this.program, "ANTHROPIC_MODEL", variable);
        for (String model : new String[] { null, HAIKU_35 }) {
            for (String tier : new String[] { null, "free", "pro", "max", "api" }) {
                String prefix = "quarkus.claude.\"" + model + "-" + tier + "\".";
                // a client exists if anything of it is configured
                program = program.property(prefix + "timeout", "1m");
                program = model == null ? program : program.property(prefix + "model", model);
                program = tier == null ? program : program.property(prefix + "subscription-tier", tier);
            }
        }
        return program.serve();
    }

    @AfterAll
    void stopAll() {
        apis.values().forEach(Api::close);
    }

    @Test
    void aStreamOnTheCommandLineAsksTheSameModel() {
        program.with("ANTHROPIC_MODEL", OPUS_3).run("stream", "Hello");

        assertThat(lastModel()).isEqualTo(OPUS_3);
    }

    @Test
    void aRequestFromAFileNamesItsModel() {
        program.with("ANTHROPIC_MODEL", OPUS_3).start("generate", "--request", "-")
                .type("{\"model\":\"" + SONNET_4 + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}").outcome();

        assertThat(lastModel()).isEqualTo(SONNET_4);
    }

    private static Program set(Program program, String variable, String value) {
        return value == null ? program : program.with(variable, value);
    }
}

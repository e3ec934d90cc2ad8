package io.github.quarkusclaude.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.simulator.RecordedRequest;

@ConformanceGroup(number = 9, promise = "Which headers a key and a login travel with, with beta features and without.", differs = {
        "the value `claude-code-20250219` and the user agent of another program are never sent unasked, nor `x-subscription-tier`: the program is not that other one.",
        "beta values of the caller are kept with a login as well. The guide's code dropped them." })
class BetaHeadersIT extends Conformance {

    private static final String INTERLEAVED = "interleaved-thinking-2025-05-14";
    private static final String FINE_GRAINED = "fine-grained-tool-streaming-2025-05-14";
    private static final String OAUTH = "oauth-2025-04-20";
    private static final String CLAUDE_CODE = "claude-code-20250219";
    private static final String OTHER = "compact-2026-01-12";

    static Stream<Arguments> sets() {
        return Stream.of(
                Arguments.of("key", true, List.of(), INTERLEAVED + "," + FINE_GRAINED),
                Arguments.of("key", false, List.of(), ""),
                Arguments.of("key", true, List.of(CLAUDE_CODE), CLAUDE_CODE + "," + INTERLEAVED + "," + FINE_GRAINED),
                Arguments.of("key", true, List.of(OTHER, " " + OTHER + " "), OTHER + "," + INTERLEAVED + "," + FINE_GRAINED),
                Arguments.of("key", true, List.of(FINE_GRAINED, INTERLEAVED), FINE_GRAINED + "," + INTERLEAVED),
                Arguments.of("login", true, List.of(), OAUTH + "," + INTERLEAVED),
                Arguments.of("login", false, List.of(), OAUTH),
                Arguments.of("login", true, List.of(CLAUDE_CODE), OAUTH + "," + CLAUDE_CODE + "," + INTERLEAVED),
                Arguments.of("login", true, List.of(OTHER), OAUTH + "," + OTHER + "," + INTERLEAVED),
                Arguments.of("login", true, List.of(INTERLEAVED, OAUTH, INTERLEAVED), OAUTH + "," + INTERLEAVED));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void exactly(String credential, boolean betaFeatures, List<String> betas, String expected) {
        ObjectNode settings = Api.object("baseUrl", server.baseUrl(), "betaFeatures", betaFeatures, "tier", "api");
        if (credential.equals("key")) {
            settings.put("apiKey", server.apiKey());
        } else {
            settings.put("oauthToken", server.oauth().issue().accessToken());
        }
        assertThat(api().post("/clients/headers", settings)).isEmpty();
        ObjectNode question = ask("model", SONNET_4);
        question.set("betas", Api.JSON.valueToTree(betas));

        for (String call : List.of("generate", "stream", "count-tokens")) {
            api().post("/clients/headers/" + call, question);

            RecordedRequest request = lastRequest();
            assertThat(String.join("|", request.headers().getOrDefault("anthropic-beta", List.of()))).as(call)
                    .isEqualTo(expected);
            assertThat(request.headers().containsKey("anthropic-beta")).isEqualTo(!expected.isEmpty());
            assertThat(request.headers()).doesNotContainKey("x-subscription-tier");
            assertThat(request.header("user-agent").orElse("")).startsWith("quarkus-claude/");
            assertThat(request.header("anthropic-version")).isPresent();
            if (credential.equals("key")) {
                assertThat(request.header("x-api-key")).contains(server.apiKey());
                assertThat(request.headers()).doesNotContainKey("authorization");
            } else {
                assertThat(server.oauth().isValid(Logins.bearer(request))).isTrue();
            }
        }
    }

    @Test
    void onTheCommandLine() {
        for (String option : List.of("--enable-beta", "--enable-beta=true")) {
            program.run("generate", option, "Hello");
            assertThat(lastRequest().header("anthropic-beta")).contains(INTERLEAVED + "," + FINE_GRAINED);
        }
        program.run("generate", "--enable-beta=false", "Hello");
        assertThat(lastRequest().header("anthropic-beta")).isEmpty();
        program.run("generate", "--beta", CLAUDE_CODE, "Hello");
        assertThat(lastRequest().header("anthropic-beta")).contains(CLAUDE_CODE + "," + INTERLEAVED + "," + FINE_GRAINED);
    }
}

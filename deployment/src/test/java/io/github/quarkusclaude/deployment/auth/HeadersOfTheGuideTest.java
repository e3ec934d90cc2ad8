package io.github.quarkusclaude.deployment.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.quarkus.test.QuarkusUnitTest;

/** With the classic profile, keys and logins travel with the headers the guide of March 2026 tells. */
class HeadersOfTheGuideTest extends AuthTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application("headers")
            .overrideConfigKey("quarkus.claude.catalog.profile", "classic")
            .overrideRuntimeConfigKey("quarkus.claude.subscription-tier", "api")
            .overrideRuntimeConfigKey("ANTHROPIC_BASE_URL", "${simulator.url}")
            .overrideRuntimeConfigKey("quarkus.claude.headers.\"X-Api-Key\"", "not the credential")
            .overrideRuntimeConfigKey("quarkus.claude.headers.Authorization", "Bearer not-the-credential");

    private static final String INTERLEAVED = "interleaved-thinking-2025-05-14";
    private static final String FINE_GRAINED = "fine-grained-tool-streaming-2025-05-14";
    private static final String OAUTH = "oauth-2025-04-20";
    private static final String CLAUDE_CODE = "claude-code-20250219";

    @Test
    void aKey() {
        assertThat(betas(key(), true)).isEqualTo(INTERLEAVED + "," + FINE_GRAINED);
        assertThat(betas(key(), true, CLAUDE_CODE)).isEqualTo(CLAUDE_CODE + "," + INTERLEAVED + "," + FINE_GRAINED);
        assertThat(betas(key(), false)).isNull();
        assertThat(apiRequests()).hasSize(3).allSatisfy(request -> {
            assertThat(request.headers().get("x-api-key")).containsExactly(ClaudeSimulator.DEFAULT_API_KEY);
            assertThat(request.headers()).doesNotContainKey("x-subscription-tier");
        });
    }

    @Test
    void aLogin() {
        assertThat(betas(login(), true)).isEqualTo(OAUTH + "," + INTERLEAVED);
        assertThat(betas(login(), false)).isEqualTo(OAUTH);
        assertThat(betas(login(), true, CLAUDE_CODE)).isEqualTo(OAUTH + "," + CLAUDE_CODE + "," + INTERLEAVED);
        assertThat(betas(login(), true, "compact-2026-01-12")).isEqualTo(OAUTH + ",compact-2026-01-12," + INTERLEAVED);
        assertThat(betas(login(), true, INTERLEAVED, OAUTH, INTERLEAVED)).isEqualTo(OAUTH + "," + INTERLEAVED);
        assertThat(apiRequests()).hasSize(5).allSatisfy(request -> {
            assertThat(request.headers().get("authorization")).hasSize(1);
            assertThat(simulator.oauth().isValid(bearer(request))).isTrue();
            assertThat(request.header("user-agent").orElse("")).startsWith("quarkus-claude/");
        });
    }

    private ClaudeClients.Builder key() {
        return clients.builder().apiKey(ClaudeSimulator.DEFAULT_API_KEY);
    }

    private ClaudeClients.Builder login() {
        return clients.builder().oauthToken(simulator.oauth().issue().accessToken());
    }

    /** The betas of a request, of each kind of call the same; {@code null} if there are none. */
    private String betas(ClaudeClients.Builder client, boolean allowed, String... ofRequest) {
        try (ClaudeClient claude = client.betaFeatures(allowed).build()) {
            claude.generate(
                    MessageRequest.builder().model("claude-sonnet-4-5-20250929").user("Hello").betas(ofRequest).build());
            RecordedRequest request = lastApiRequest();
            assertThat(request.headers().getOrDefault("anthropic-beta", java.util.List.of())).hasSizeLessThan(2);
            return request.header("anthropic-beta").orElse(null);
        }
    }
}

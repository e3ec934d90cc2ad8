package io.github.quarkusclaude.deployment.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients.Builder;
import io.github.quarkusclaude.auth.AuthEvent;
import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.simulator.IssuedTokens;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.quarkus.credentials.CredentialsProvider;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

/** Clients of one application prove in different ways who asks; keys that are kept elsewhere are replaced without a restart. */
class EachClientHasItsCredentialTest extends AuthTest {

    private static final String KEY = "sk-ant-api03-configured-0123456789";
    private static final String IN_FILE = "sk-ant-api03-in-a-file-0123456789";
    private static final String TOKEN = "sk-ant-oat01-given-0123456789";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = withLogin(application("clients", Keys.class), "person")
            .overrideRuntimeConfigKey("ANTHROPIC_BASE_URL", "${simulator.url}")
            .overrideRuntimeConfigKey("quarkus.claude.oauth.refresh-every", "off")
            .overrideRuntimeConfigKey("quarkus.claude.api-key", KEY)
            .overrideRuntimeConfigKey("quarkus.claude.\"gateway\".auth-token", TOKEN)
            .overrideRuntimeConfigKey("quarkus.claude.\"mistyped\".base-url", "api.example.com")
            .overrideRuntimeConfigKey("quarkus.claude.\"file\".api-key-file", "${simulator.directory}/api-key")
            .overrideRuntimeConfigKey("quarkus.claude.\"provider\".credentials-provider", "claude");

    private static final ScriptedAnswer REFUSAL = ScriptedAnswer.error(401, "authentication_error", "The key is not valid");

    @Inject
    Keys keys;

    @Test
    void namedOnes() {
        secret(KEY);
        secret(TOKEN);
        privateFile(directory.resolve("api-key"), secret(IN_FILE) + "\n");
        auth.refresh("file");
        IssuedTokens tokens = simulator.oauth().issue();
        login("person", tokens, Instant.now().plusSeconds(3600));

        assertThat(sentBy("<default>").header("x-api-key")).contains(KEY);
        assertThat(sentBy("file").header("x-api-key")).contains(IN_FILE);
        assertThat(sentBy("provider").header("x-api-key")).contains(keys.key());
        assertThat(bearer(sentBy("gateway"))).isEqualTo(TOKEN);
        assertThat(bearer(sentBy("person"))).isEqualTo(tokens.accessToken());

        assertThat(auth.status().source()).isEqualTo("quarkus.claude.api-key");
        assertThat(auth.status("file").source()).isEqualTo(directory.resolve("api-key").toString());
        assertThat(auth.status("provider").source()).contains("credentials provider", "claude");
        assertThat(auth.status("gateway").method()).isEqualTo(AuthMethod.AUTH_TOKEN);
        assertThat(auth.status("person").method()).isEqualTo(AuthMethod.OAUTH);
    }

    private RecordedRequest sentBy(String client) {
        simulator.script(ScriptedAnswer.text("Hello"));
        // the simulator has given out neither the token of the gateway nor anything that would pass for it
        assertThatCode(() -> clients.client(client).generate("Hello"))
                .matches(failure -> (failure == null) != client.equals("gateway"));
        return lastApiRequest();
    }

    @Test
    void aKeyOfACredentialsProviderIsAskedForAgainWhenItIsRefused() {
        ClaudeClient claude = clients.client("provider");
        claude.generate("Hello");
        String old = keys.key();
        keys.rotate();
        simulator.script(REFUSAL);

        assertThat(claude.generate("What is 6 * 7?").text()).contains("42");

        assertThat(apiRequests()).extracting(request -> request.header("x-api-key").orElse(""))
                .containsExactly(old, old, keys.key());
        assertThat(events.next(AuthEvent.Refreshed.class).client()).isEqualTo("provider");
    }

    @Test
    void aKeyThatHasNotChangedIsNotSentTwice() {
        clients.client("provider").generate("Hello");
        simulator.script(REFUSAL);

        assertThatThrownBy(() -> clients.client("provider").generate("Hello")).isInstanceOf(AuthenticationException.class)
                .hasMessageNotContaining(keys.key());
        assertThat(apiRequests()).hasSize(2);
    }

    @Test
    void aFileWithAKeyIsReadAgainWhenItIsRefused() {
        privateFile(directory.resolve("api-key"), secret(IN_FILE));
        ClaudeClient claude = clients.client("file");
        auth.refresh("file");
        claude.generate("Hello");
        String next = secret("sk-ant-api03-in-the-file-now-0123456789");
        privateFile(directory.resolve("api-key"), next);
        simulator.script(REFUSAL);

        assertThat(claude.generate("What is 6 * 7?").text()).contains("42");

        assertThat(apiRequests()).extracting(request -> request.header("x-api-key").orElse(""))
                .containsExactly(IN_FILE, IN_FILE, next);
    }

    @Test
    void onesMadeByTheProgram() {
        IssuedTokens tokens = simulator.oauth().issue();
        String key = secret("sk-ant-api03-of-a-tenant-0123456789");
        try (ClaudeClient claude = clients.builder().apiKey(key).build()) {
            claude.generate("Hello");
            assertThat(lastApiRequest().header("x-api-key")).contains(key);
        }
        try (ClaudeClient claude = clients.builder().oauthToken(tokens.accessToken()).build()) {
            claude.generate("Hello");
            assertThat(bearer(lastApiRequest())).isEqualTo(tokens.accessToken());
        }
        try (ClaudeClient claude = clients.builder().oauthToken("{\"accessToken\": \"%s\", \"expiresAt\": %d}"
                .formatted(tokens.accessToken(), Instant.now().plusSeconds(3600).toEpochMilli())).build()) {
            claude.generate("Hello");
            assertThat(bearer(lastApiRequest())).isEqualTo(tokens.accessToken());
        }
        try (ClaudeClient claude = clients.builder().authToken(secret("a-token-of-a-gateway-0123456789")).build()) {
            assertThatThrownBy(() -> claude.generate("Hello")).isInstanceOf(AuthenticationException.class);
            assertThat(bearer(lastApiRequest())).isEqualTo("a-token-of-a-gateway-0123456789");
            assertThat(lastApiRequest().header("anthropic-beta").orElse("")).doesNotContain("oauth");
        }
        try (ClaudeClient claude = clients.builder().authMethod(AuthMethod.API_KEY).build()) {
            claude.generate("Hello");
            assertThat(lastApiRequest().header("x-api-key")).contains(KEY);
        }
    }

    @Test
    void twoCredentialsAtOnceAreOneTooMany() {
        assertThatThrownBy(() -> clients.builder().apiKey(KEY).oauthToken(TOKEN).build())
                .isInstanceOf(AuthenticationException.class).hasMessageContaining("More than one credential");
        assertThatThrownBy(() -> clients.builder().authToken(TOKEN).oauthToken(TOKEN).build())
                .isInstanceOf(AuthenticationException.class).hasMessageNotContaining(TOKEN);
        assertThatThrownBy(() -> clients.builder().authMethod(AuthMethod.FEDERATION).build())
                .hasMessageContaining("ANTHROPIC_FEDERATION_RULE_ID");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aMethodAndACredentialOfAnotherKindContradictEachOther() {
        for (AuthMethod method : AuthMethod.values()) {
            List<Consumer<Builder>> others = new ArrayList<>();
            if (method != AuthMethod.API_KEY) {
                others.add(builder -> builder.apiKey(KEY));
            }
            if (method != AuthMethod.AUTH_TOKEN) {
                others.add(builder -> builder.authToken(TOKEN));
            }
            if (method != AuthMethod.OAUTH) {
                others.add(builder -> builder.oauthToken(TOKEN));
            }
            for (Consumer<Builder> other : others) {
                Builder builder = clients.builder().authMethod(method);
                other.accept(builder);
                assertThatThrownBy(builder::build).isInstanceOf(AuthenticationException.class)
                        .hasMessageContaining("authMethod").hasMessageContaining(method.id())
                        .hasMessageNotContainingAny(KEY, TOKEN);
            }
        }
        try (ClaudeClient claude = clients.builder().authMethod(AuthMethod.API_KEY).apiKey(KEY).build()) {
            assertThat(claude).isNotNull();
        }
    }

    @Test
    void anAddressThatIsNoneIsTold() {
        assertThatThrownBy(() -> clients.client("mistyped")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quarkus.claude.\"mistyped\".base-url");
        assertThat(auth.status("mistyped").source()).contains("quarkus.claude.\"mistyped\".base-url");
        assertThat(auth.status("mistyped", AuthMethod.API_KEY).source()).contains("base URL is not an address");
        assertThatThrownBy(() -> auth.refresh("mistyped")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> clients.builder().baseUrl("https://someone:secret@api.example.com").build())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("base URL is not an address")
                .hasMessageNotContaining("secret");
    }

    /** A vault whose key is replaced from time to time. */
    @ApplicationScoped
    public static class Keys implements CredentialsProvider {

        private final AtomicInteger number = new AtomicInteger();

        void rotate() {
            number.incrementAndGet();
        }

        String key() {
            return secret("sk-ant-api03-of-the-vault-0123456789-" + number.get());
        }

        @Override
        public Map<String, String> getCredentials(String name) {
            return Map.of("api-key", name.equals("claude") ? key() : "unknown");
        }
    }
}

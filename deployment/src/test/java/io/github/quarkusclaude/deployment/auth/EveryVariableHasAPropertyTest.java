package io.github.quarkusclaude.deployment.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.quarkusclaude.runtime.ClaudeClientConfig;
import io.github.quarkusclaude.runtime.ClaudeRuntimeConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** A variable of the guide or of the official programs alone sets one property; the property itself comes first. */
class EveryVariableHasAPropertyTest {

    /** A variable, the property it is a default of, where that is found, and two values it may have. */
    record Row(String variable, String property, Function<ClaudeClientConfig, Object> effective, String value, String other) {

        @Override
        public String toString() {
            return variable;
        }
    }

    static List<Row> rows() {
        return List.of(
                row("ANTHROPIC_API_KEY", "api-key", config -> config.credentials().apiKey()),
                row("ANTHROPIC_AUTH_TOKEN", "auth-token", config -> config.credentials().authToken()),
                new Row("ANTHROPIC_AUTH_METHOD", "auth-method", config -> config.credentials().authMethod()
                        .map(method -> method.id()), "oauth", "federation"),
                new Row("ANTHROPIC_BASE_URL", "base-url", ClaudeClientConfig::baseUrl, "https://a.example",
                        "https://b.example"),
                row("ANTHROPIC_MODEL", "model", ClaudeClientConfig::model),
                row("ANTHROPIC_SUBSCRIPTION_TIER", "subscription-tier", config -> config.credentials().subscriptionTier()),
                new Row("ANTHROPIC_ENABLE_BETA_FEATURES", "beta-features",
                        config -> config.betaFeatures().map(String::valueOf), "false", "true"),
                new Row("ANTHROPIC_ENABLE_LONG_CONTEXT_BETA", "long-context-beta",
                        config -> config.longContextBeta().map(String::valueOf), "true", "false"),
                row("ANTHROPIC_OAUTH_CLIENT_ID", "oauth.client-id", config -> config.credentials().oauth().clientId()),
                row("ANTHROPIC_OAUTH_CLIENT_SECRET", "oauth.client-secret",
                        config -> config.credentials().oauth().clientSecret()),
                new Row("ANTHROPIC_OAUTH_REDIRECT_URI", "oauth.redirect-uri",
                        config -> config.credentials().oauth().redirectUri().map(String::valueOf), "https://a.example/code",
                        "https://b.example/code"),
                row("ANTHROPIC_PROFILE", "profile", config -> config.credentials().profile()),
                row("ANTHROPIC_CONFIG_DIR", "config-dir", config -> config.credentials().configDir()),
                row("ANTHROPIC_FEDERATION_RULE_ID", "federation.rule-id",
                        config -> config.credentials().federation().ruleId()),
                row("ANTHROPIC_ORGANIZATION_ID", "federation.organization-id",
                        config -> config.credentials().federation().organizationId()),
                row("ANTHROPIC_SERVICE_ACCOUNT_ID", "federation.service-account-id",
                        config -> config.credentials().federation().serviceAccountId()),
                row("ANTHROPIC_WORKSPACE_ID", "federation.workspace-id",
                        config -> config.credentials().federation().workspaceId()),
                row("ANTHROPIC_IDENTITY_TOKEN_FILE", "federation.identity-token-file",
                        config -> config.credentials().federation().identityTokenFile()),
                row("ANTHROPIC_IDENTITY_TOKEN", "federation.identity-token",
                        config -> config.credentials().federation().identityToken()));
    }

    private static Row row(String variable, String property, Function<ClaudeClientConfig, Object> effective) {
        return new Row(variable, property, effective, "of-the-variable", "of-the-property");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void alone(Row row) {
        assertThat(row.effective().apply(config(Map.of(), "<default>"))).isNotEqualTo(Optional.of(row.value()));
        for (String client : List.of("<default>", "named")) {
            assertThat(row.effective().apply(config(Map.of(row.variable(), row.value()), client)))
                    .isEqualTo(Optional.of(row.value()));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anEmptyOneIsNone(Row row) {
        assertThat(row.effective().apply(config(Map.of(row.variable(), ""), "<default>")))
                .isEqualTo(row.effective().apply(config(Map.of(), "<default>")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void thePropertyComesFirst(Row row) {
        Map<String, String> values = new HashMap<>();
        values.put(row.variable(), row.value());
        values.put("quarkus.claude." + row.property(), row.other());
        assertThat(row.effective().apply(config(values, "<default>"))).isEqualTo(Optional.of(row.other()));

        values.put("quarkus.claude.\"named\"." + row.property(), row.value());
        assertThat(row.effective().apply(config(values, "named"))).isEqualTo(Optional.of(row.value()));
        assertThat(row.effective().apply(config(values, "<default>"))).isEqualTo(Optional.of(row.other()));
    }

    private static ClaudeClientConfig config(Map<String, String> values, String client) {
        return new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(values, "the test", 100))
                .withMapping(ClaudeRuntimeConfig.class).build()
                .getConfigMapping(ClaudeRuntimeConfig.class).clients().get(client);
    }
}

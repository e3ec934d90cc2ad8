package io.github.quarkusclaude.runtime.auth;

import java.util.Optional;

import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.transport.ApiKeyHeader;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/**
 * What proves who asks.
 */
@ConfigGroup
public interface CredentialConfig {

    /**
     * How to prove who asks: `api-key`, `auth-token` (a bearer token that never changes), `oauth` (a person has logged in),
     * `profile` (of the official command line) or `federation` (workload identity federation).
     * <p>
     * If this is not set, the first of these is used that there is: an API key, a bearer token, tokens of OAuth (configured,
     * stored by a login, in the environment), a profile named by `ANTHROPIC_PROFILE`, federation, the active profile. The
     * environment variable of this property is `ANTHROPIC_AUTH_METHOD`.
     */
    @WithDefault("${ANTHROPIC_AUTH_METHOD:}")
    @WithConverter(AuthMethodConverter.class)
    @ConfigDocDefault("what there is a credential for")
    Optional<AuthMethod> authMethod();

    /**
     * The API key.
     * <p>
     * Keys of the Claude API begin with `sk-ant-`. If a base URL of another server is set, the key may have any form. If
     * this is not set, the environment variable `ANTHROPIC_API_KEY` is used.
     */
    @WithDefault("${ANTHROPIC_API_KEY:}")
    @ConfigDocDefault("${ANTHROPIC_API_KEY}")
    Optional<String> apiKey();

    /**
     * A file with the API key, for instance a mounted secret.
     * <p>
     * It is read again from time to time and when the API refuses the key, so that the key can be replaced without a restart.
     */
    Optional<String> apiKeyFile();

    /**
     * The header the API key travels in: `x-api-key`, or `authorization` for `Authorization: Bearer`.
     * <p>
     * The Claude API takes both. Some gateways know only one of them.
     */
    @WithDefault("x-api-key")
    ApiKeyHeader apiKeyHeader();

    /**
     * What to ask a Quarkus credentials provider for: the name under which it knows the key.
     * <p>
     * The key is what it gives for `api-key`, or else for `password`. It is asked again from time to time, when the time it
     * gave for `expires-at` has come, and when the API refuses the key.
     */
    Optional<String> credentialsProvider();

    /**
     * The name of the credentials provider's bean. Needed only if there is more than one.
     */
    Optional<String> credentialsProviderName();

    /**
     * A bearer token that never changes, for instance of a gateway.
     * <p>
     * If this is not set, the environment variable `ANTHROPIC_AUTH_TOKEN` is used.
     */
    @WithDefault("${ANTHROPIC_AUTH_TOKEN:}")
    @ConfigDocDefault("${ANTHROPIC_AUTH_TOKEN}")
    Optional<String> authToken();

    /**
     * The tier of the account: `free`, `pro`, `max`, `max_5`, `max_20` or `api`.
     * <p>
     * If this is not set, the environment variable `ANTHROPIC_SUBSCRIPTION_TIER` is used, then what a login has found out.
     */
    @WithDefault("${ANTHROPIC_SUBSCRIPTION_TIER:}")
    @ConfigDocDefault("${ANTHROPIC_SUBSCRIPTION_TIER}, or detected")
    Optional<String> subscriptionTier();

    /**
     * The file logins are stored in. A leading `~` is the home directory.
     */
    @WithDefault("~/.neurolink/anthropic-credentials.json")
    String credentialsFile();

    /**
     * Where logins are stored.
     */
    TokenStoreConfig tokenStore();

    /**
     * OAuth.
     */
    OAuthConfig oauth();

    /**
     * The profile of the official command line to use.
     * <p>
     * If this is not set, the environment variable `ANTHROPIC_PROFILE` is used, then the active profile.
     */
    @WithDefault("${ANTHROPIC_PROFILE:}")
    @ConfigDocDefault("${ANTHROPIC_PROFILE}, or the active profile")
    Optional<String> profile();

    /**
     * The directory of the official command line's profiles.
     * <p>
     * If this is not set, the environment variable `ANTHROPIC_CONFIG_DIR` is used, then `~/.config/anthropic`, on Windows
     * `%APPDATA%\Anthropic`.
     */
    @WithDefault("${ANTHROPIC_CONFIG_DIR:}")
    @ConfigDocDefault("${ANTHROPIC_CONFIG_DIR}, or ~/.config/anthropic")
    Optional<String> configDir();

    /**
     * Workload identity federation.
     */
    FederationConfig federation();
}

package io.github.quarkusclaude.auth;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Finds the credential of a client. A method that was asked for is the only one; otherwise the first of these that is
 * there:
 * <ol>
 * <li>an API key, then a bearer token that never changes
 * <li>OAuth: configured tokens, a stored login, tokens in the environment
 * <li>a profile that was named, federation, the active profile
 * </ol>
 * Nothing is asked over the network.
 */
public final class CredentialDetection {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude.auth");

    private static final URI ANTHROPIC = URI.create("https://api.anthropic.com");

    private static final List<String> TOKEN_VARIABLES = List.of("ANTHROPIC_OAUTH_TOKEN", "CLAUDE_OAUTH_TOKEN");

    /** What has been warned about: once is enough, however many clients there are. */
    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    private final AuthSettings settings;
    private final AuthRuntime runtime;
    private @Nullable TokenStoreException brokenStore;

    public CredentialDetection(AuthSettings settings, AuthRuntime runtime) {
        this.settings = settings;
        this.runtime = runtime;
    }

    /**
     * Finds it.
     *
     * @throws AuthenticationException if there is none, or it cannot be one; the message says what to set
     * @throws ConfigurationException if what was configured is malformed or incomplete
     */
    public DetectedCredential detect() {
        AuthMethod method = settings.method();
        return (method == null ? any() : of(method)).orElseThrow(() -> missing(method));
    }

    private Optional<DetectedCredential> any() {
        Optional<DetectedCredential> key = apiKey();
        if (key.isPresent() && authToken().isPresent() && WARNED.add("a bearer token beside " + settings.keySource())) {
            LOG.warnf("There is an API key (%s) as well as a bearer token (%s or ANTHROPIC_AUTH_TOKEN). The key is used. Remove"
                    + " one of them, or choose with %s", settings.keySource(), settings.property().apply("auth-token"),
                    settings.property().apply("auth-method"));
        }
        return key.or(() -> first(this::authToken, this::configuredTokens, this::stored, this::environmentTokens,
                this::namedProfile, this::federation, this::activeProfile));
    }

    private Optional<DetectedCredential> of(AuthMethod method) {
        return switch (method) {
            case API_KEY -> first(this::apiKey, () -> stored().filter(found -> isBy(AuthMethod.API_KEY, found)));
            case AUTH_TOKEN -> authToken();
            case OAUTH -> first(this::configuredTokens, () -> stored().filter(found -> isBy(AuthMethod.OAUTH, found)),
                    this::environmentTokens, this::laterLogin);
            case PROFILE -> first(this::namedProfile, this::activeProfile);
            case FEDERATION -> federation();
        };
    }

    private static boolean isBy(AuthMethod method, DetectedCredential found) {
        return found.source().method() == method;
    }

    @SafeVarargs
    private static Optional<DetectedCredential> first(Supplier<Optional<DetectedCredential>>... sources) {
        return Stream.of(sources).map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private Optional<DetectedCredential> apiKey() {
        if (settings.apiKey() != null && !settings.apiKey().isBlank()) {
            return fixed(AuthMethod.API_KEY, settings.keySource(), key(settings.apiKey()));
        }
        return settings.keySupplier() == null ? Optional.empty()
                : refreshed(AuthMethod.API_KEY, new RotatingApiKey(settings.keySource(), settings.keySupplier()), null);
    }

    private ApiKeyCredential key(String text) {
        return settings.keyForm().credential(text, null);
    }

    private Optional<DetectedCredential> authToken() {
        String token = settings.authToken();
        return token == null || token.isBlank() ? Optional.empty()
                : fixed(AuthMethod.AUTH_TOKEN, settings.property().apply("auth-token"), AccessToken.fixed(token.strip()));
    }

    private Optional<DetectedCredential> configuredTokens() {
        String property = settings.property().apply("oauth.token");
        return settings.oauthToken() == null ? Optional.empty()
                : TokenText.parse(settings.oauthToken(), property).flatMap(tokens -> given(tokens, property));
    }

    private Optional<DetectedCredential> environmentTokens() {
        for (String variable : TOKEN_VARIABLES) {
            Optional<DetectedCredential> found = TokenText.parse(variable(variable), variable)
                    .flatMap(tokens -> fromEnvironment(tokens, variable));
            if (found.isPresent()) {
                return found;
            }
        }
        String variable = "ANTHROPIC_OAUTH_ACCESS_TOKEN";
        return TokenText.parse(variable(variable), variable).flatMap(tokens -> fromEnvironment(completed(tokens), variable));
    }

    private String variable(String name) {
        return settings.environment().getOrDefault(name, "");
    }

    /** With what two further variables say of it. */
    private OAuthTokens completed(OAuthTokens tokens) {
        String refreshToken = variable("ANTHROPIC_OAUTH_REFRESH_TOKEN").strip();
        String expiry = variable("ANTHROPIC_OAUTH_TOKEN_EXPIRY").strip();
        try {
            return new OAuthTokens(tokens.accessToken(), refreshToken.isEmpty() ? tokens.refreshToken() : refreshToken,
                    expiry.isEmpty() ? tokens.expiresAt() : Instant.ofEpochSecond(Long.parseLong(expiry)), tokens.tokenType(),
                    tokens.scopes());
        } catch (NumberFormatException e) {
            throw new ConfigurationException("ANTHROPIC_OAUTH_TOKEN_EXPIRY is not a number of seconds since 1970", e);
        }
    }

    private Optional<DetectedCredential> fromEnvironment(OAuthTokens tokens, String variable) {
        if (WARNED.add(variable)) {
            LOG.warnf("%s is used. Anthropic's terms allow the tokens of Claude subscriptions in its own programs only: use an"
                    + " API key or workload identity federation unless you were given tokens for your own program", variable);
        }
        return given(tokens, variable);
    }

    private Optional<DetectedCredential> given(OAuthTokens tokens, String source) {
        return refreshed(AuthMethod.OAUTH, new GivenTokens(tokens, source, server()), null);
    }

    private Optional<DetectedCredential> stored() {
        if (settings.isOwnStore() && settings.method() != null) {
            // an application's store may not be ready before the application is
            return Optional.empty();
        }
        Optional<StoredCredentials> login;
        try {
            login = settings.store().load(settings.storeName());
        } catch (TokenStoreException e) {
            brokenStore = e;
            LOG.warnf("%s. Other credentials are looked for", e.getMessage());
            return Optional.empty();
        }
        return login.flatMap(found -> found.tokens() != null ? refreshed(AuthMethod.OAUTH, logins(), null)
                : refreshed(AuthMethod.API_KEY, new RotatingApiKey(settings.store().description(), this::storedKey), null));
    }

    private ApiKeyCredential storedKey() {
        return settings.store().load(settings.storeName()).map(StoredCredentials::apiKey).map(this::key)
                .orElseThrow(() -> missing(AuthMethod.API_KEY));
    }

    private Optional<DetectedCredential> laterLogin() {
        return settings.isOwnStore() ? refreshed(AuthMethod.OAUTH, logins(), null) : Optional.empty();
    }

    private LoginTokens logins() {
        return new LoginTokens(settings.store(), settings.storeName(), server(), runtime.clock(), LoginKind.OWN);
    }

    private OAuthServer server() {
        return new OAuthServer(settings.oauth(), runtime.http(), runtime.clock());
    }

    private Optional<DetectedCredential> namedProfile() {
        return settings.profile() == null || settings.profile().isBlank() ? Optional.empty() : profile(settings.profile());
    }

    private Optional<DetectedCredential> activeProfile() {
        return profile(null);
    }

    private Optional<DetectedCredential> profile(@Nullable String name) {
        return settings.profiles().find(name, settings.environment()).flatMap(profile -> {
            URI ownUrl = settings.baseUrl() == null ? ownUrl(profile) : null;
            return refreshed(AuthMethod.PROFILE,
                    profile.tokens(ownUrl == null ? baseUrl() : ownUrl, runtime.http(), runtime.clock()), ownUrl);
        });
    }

    private @Nullable URI ownUrl(Profile profile) {
        try {
            return profile.baseUrl() == null ? null : settings.baseUrls().apply(profile.baseUrl());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("The base_url in " + profile.description() + " cannot be used. " + e.getMessage(),
                    e);
        }
    }

    private Optional<DetectedCredential> federation() {
        FederationSettings federation = settings.federation();
        if (!federation.isComplete()) {
            if (settings.method() == AuthMethod.FEDERATION) {
                throw incomplete(federation);
            }
            return Optional.empty();
        }
        return refreshed(AuthMethod.FEDERATION, new FederatedTokens(federation, baseUrl(), runtime.http(), runtime.clock(),
                "workload identity federation by " + federation.ruleId()), null);
    }

    private ConfigurationException incomplete(FederationSettings federation) {
        return new ConfigurationException("Workload identity federation is not complete. Set "
                + String.join(", ", federation.missing()) + ", or the properties " + settings.property().apply("federation.*"));
    }

    private URI baseUrl() {
        return settings.baseUrl() == null ? ANTHROPIC : settings.baseUrl();
    }

    private static Optional<DetectedCredential> fixed(AuthMethod method, String source, Credential credential) {
        return Optional.of(new DetectedCredential(new FixedCredential(method, source, credential), null));
    }

    private <C extends Credential> Optional<DetectedCredential> refreshed(AuthMethod method, CredentialSupplier<C> supplier,
            @Nullable URI baseUrl) {
        return Optional.of(new DetectedCredential(new RefreshingCredential<>(settings.client(), method, supplier,
                runtime.workers(), runtime.clock(), runtime.events()), baseUrl));
    }

    private RuntimeException missing(@Nullable AuthMethod method) {
        if (method == null && settings.federation().ruleId() != null) {
            return incomplete(settings.federation());
        }
        Map<AuthMethod, String> advice = Map.of(
                AuthMethod.API_KEY, "No API key for %s. Set the property " + settings.property().apply("api-key")
                        + " or the environment variable ANTHROPIC_API_KEY",
                AuthMethod.AUTH_TOKEN, "No bearer token for %s. Set the property " + settings.property().apply("auth-token")
                        + " or the environment variable ANTHROPIC_AUTH_TOKEN",
                AuthMethod.OAUTH, "No OAuth login for %s in " + settings.store().description() + ". Log in with \"auth login"
                        + " --method oauth\", or set the property " + settings.property().apply("oauth.token"),
                AuthMethod.PROFILE, "No profile for %s in " + settings.profiles().path() + ". Create one with the official"
                        + " command line, or name its directory by ANTHROPIC_CONFIG_DIR");
        String message = advice.getOrDefault(method == null ? AuthMethod.API_KEY : method, "").formatted(describe());
        return new AuthenticationException(ErrorDetails.of(message), brokenStore);
    }

    private String describe() {
        return settings.storeName().equals(TokenStore.DEFAULT_NAME) ? "Claude"
                : "the Claude client \"" + settings.client() + "\"";
    }
}

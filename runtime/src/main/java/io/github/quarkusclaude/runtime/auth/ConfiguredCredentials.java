package io.github.quarkusclaude.runtime.auth;

import static io.github.quarkusclaude.runtime.ClaudeRuntimeConfig.DEFAULT_CLIENT;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.ApiKeyForm;
import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.auth.AuthRuntime;
import io.github.quarkusclaude.auth.AuthSettings;
import io.github.quarkusclaude.auth.AuthStatus;
import io.github.quarkusclaude.auth.ClaudeAuth;
import io.github.quarkusclaude.auth.CredentialDetection;
import io.github.quarkusclaude.auth.CredentialSource;
import io.github.quarkusclaude.auth.DetectedCredential;
import io.github.quarkusclaude.auth.FederationSettings;
import io.github.quarkusclaude.auth.HomeDirectory;
import io.github.quarkusclaude.auth.OAuthServer;
import io.github.quarkusclaude.auth.OAuthSettings;
import io.github.quarkusclaude.auth.ProfileDirectory;
import io.github.quarkusclaude.auth.RefreshingCredential;
import io.github.quarkusclaude.auth.TierDetection;
import io.github.quarkusclaude.auth.TokenStore;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.runtime.ClaudeClientConfig;
import io.github.quarkusclaude.runtime.ClaudeRuntimeConfig;
import io.github.quarkusclaude.transport.ApiKeyHeader;
import io.github.quarkusclaude.transport.Awaiting;
import io.github.quarkusclaude.transport.BaseUrl;
import io.github.quarkusclaude.transport.HttpOptions;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/**
 * The credentials of the configured clients. Each is found when it is first needed, and shared by all clients made from the
 * same configuration.
 */
@Singleton
public class ConfiguredCredentials implements ClaudeAuth {

    /** Enough for as many credentials to be refreshed at once: each waits for its server only. */
    private static final int WORKERS = 4;

    /** Shows people the code of a login. */
    private static final URI CODE_PAGE = URI.create("https://console.anthropic.com/oauth/code/callback");

    private static final List<String> VARIABLES = List.of("ANTHROPIC_OAUTH_TOKEN", "CLAUDE_OAUTH_TOKEN",
            "ANTHROPIC_OAUTH_ACCESS_TOKEN", "ANTHROPIC_OAUTH_REFRESH_TOKEN", "ANTHROPIC_OAUTH_TOKEN_EXPIRY",
            "ANTHROPIC_FEDERATION_RULE_ID", "ANTHROPIC_ORGANIZATION_ID", "ANTHROPIC_SERVICE_ACCOUNT_ID",
            "ANTHROPIC_WORKSPACE_ID", "ANTHROPIC_IDENTITY_TOKEN_FILE", "ANTHROPIC_IDENTITY_TOKEN", "ANTHROPIC_CONFIG_DIR",
            "APPDATA");

    private static final String TIER_VARIABLE = "ANTHROPIC_SUBSCRIPTION_TIER";

    private final ClaudeRuntimeConfig config;
    private final Config environment;
    private final Vertx vertx;
    private final HttpOptions httpOptions;
    private final Instance<TokenStore> ownStores;
    private final AuthObservers observers;
    private final TokenRefreshJob job;
    private final TokenStores stores = new TokenStores(HomeDirectory.current(), Clock.systemUTC());
    private final WorkerExecutor workers;
    private final Map<String, DetectedCredential> credentials = new ConcurrentHashMap<>();
    private final Map<String, LazyOAuthCalls> calls = new ConcurrentHashMap<>();
    private volatile boolean closed;

    ConfiguredCredentials(ClaudeRuntimeConfig config, Config environment, Vertx vertx, TlsConfigurationRegistry tlsRegistry,
            ProxyConfigurationRegistry proxyRegistry, Instance<TokenStore> ownStores, AuthObservers observers,
            TokenRefreshJob job) {
        this.config = config;
        this.environment = environment;
        this.vertx = vertx;
        this.httpOptions = new HttpOptions(tlsRegistry, proxyRegistry);
        this.ownStores = ownStores;
        this.observers = observers;
        this.job = job;
        this.workers = vertx.createSharedWorkerExecutor("claude-credentials", WORKERS);
    }

    /** What a program sets instead of the configuration. */
    public record Overrides(@Nullable AuthMethod method, @Nullable String apiKey, @Nullable String authToken,
            @Nullable String oauthToken, @Nullable BaseUrl baseUrl) {

        public static final Overrides NONE = new Overrides(null, null, null, null, null);

        static Overrides of(AuthMethod method) {
            return new Overrides(method, null, null, null, null);
        }

        private @Nullable AuthMethod effectiveMethod() {
            if (apiKey != null && (oauthToken != null || authToken != null) || oauthToken != null && authToken != null) {
                throw new AuthenticationException(ErrorDetails.of("More than one credential was given: a client has an API key,"
                        + " a bearer token or an OAuth token"), null);
            }
            AuthMethod given = apiKey != null ? AuthMethod.API_KEY
                    : authToken != null ? AuthMethod.AUTH_TOKEN : oauthToken != null ? AuthMethod.OAUTH : null;
            if (method != null && given != null && method != given) {
                throw new AuthenticationException(ErrorDetails.of("The authMethod is " + method.id()
                        + ", but what was given is for " + given.id() + ". Leave one of them out"), null);
            }
            return method != null ? method : given;
        }
    }

    /**
     * The credential of a client.
     *
     * @throws AuthenticationException if there is none, or it cannot be one
     * @throws ConfigurationException if what was configured is malformed or incomplete
     */
    public DetectedCredential of(String client) {
        DetectedCredential known = credentials.get(client);
        // not while the map is locked: looking for it may take a while
        return known != null ? known
                : credentials.merge(client, of(client, Overrides.NONE), (first, second) -> first);
    }

    /** The same for a client that a program configures. */
    public DetectedCredential of(String client, Overrides overrides) {
        DetectedCredential detected = detect(client, overrides);
        if (detected.source() instanceof RefreshingCredential<?> changing) {
            job.look(changing, config.clients().get(DEFAULT_CLIENT).credentials().oauth().refreshEvery());
        }
        return detected;
    }

    private DetectedCredential detect(String client, Overrides overrides) {
        return new CredentialDetection(settings(client, overrides), runtime(client)).detect();
    }

    private AuthRuntime runtime(String client) {
        return new AuthRuntime(http(client), this::onWorker, Clock.systemUTC(), observers);
    }

    private void onWorker(Runnable task) {
        if (closed) {
            throw new RejectedExecutionException("The application is ending");
        }
        workers.executeBlocking(() -> {
            task.run();
            return null;
        }, false);
    }

    private LazyOAuthCalls http(String client) {
        ClaudeClientConfig settings = config.clients().get(client);
        return calls.computeIfAbsent(client, name -> new LazyOAuthCalls(vertx, () -> httpOptions.ofCalls(
                settings.tlsConfigurationName(), settings.proxyConfigurationName(), settings.connectTimeout())));
    }

    private AuthSettings settings(String client, Overrides overrides) {
        ClaudeClientConfig settings = config.clients().get(client);
        CredentialConfig credential = settings.credentials();
        BaseUrl baseUrl = overrides.baseUrl() != null ? overrides.baseUrl() : ConfiguredBaseUrl.of(client, settings);
        ApiKeyForm keyForm = new ApiKeyForm(baseUrl != null && !baseUrl.isAnthropic(),
                credential.apiKeyHeader() == ApiKeyHeader.AUTHORIZATION);
        UnaryOperator<String> property = key -> ClaudeRuntimeConfig.property(client, key);
        AuthMethod method = overrides.effectiveMethod();
        ApiKeySource keys = new ApiKeySource(credential, environment, keyForm, property);
        return new AuthSettings(client, property, method == null ? credential.authMethod().orElse(null) : method,
                overrides.apiKey() != null ? overrides.apiKey() : credential.apiKey().orElse(null),
                keys.supplier(), keys.description(), keyForm,
                overrides.authToken() != null ? overrides.authToken() : credential.authToken().orElse(null),
                overrides.oauthToken() != null ? overrides.oauthToken() : credential.oauth().token().orElse(null),
                store(client), storeName(client), ownStores.isResolvable(), oauthSettings(credential.oauth()),
                federation(credential.federation()), credential.profile().orElse(null), profiles(credential),
                baseUrl == null ? null : baseUrl.uri(), url -> BaseUrl.of(url).uri(), variables());
    }

    private static OAuthSettings oauthSettings(OAuthConfig config) {
        return new OAuthSettings(config.clientId().orElse(null), config.clientSecret().orElse(null), config.authorizeUrl(),
                config.createKeyAuthorizeUrl(), config.tokenUrl(), config.revokeUrl().orElse(null),
                config.createKeyUrl().orElse(null), config.redirectUri().orElse(CODE_PAGE),
                List.of(config.scopes().strip().split("\\s+")),
                config.bodyFormat());
    }

    private static FederationSettings federation(FederationConfig config) {
        return new FederationSettings(config.ruleId().orElse(null), config.organizationId().orElse(null),
                config.serviceAccountId().orElse(null), config.workspaceId().orElse(null),
                config.identityTokenFile().map(file -> HomeDirectory.current().resolve(file)).orElse(null),
                config.identityToken().orElse(null));
    }

    private ProfileDirectory profiles(CredentialConfig config) {
        HomeDirectory home = HomeDirectory.current();
        Map<String, String> variables = variables();
        config.configDir().ifPresent(directory -> variables.put("ANTHROPIC_CONFIG_DIR", home.resolve(directory).toString()));
        return ProfileDirectory.of(variables, Path.of(home.text()), System.getProperty("os.name").startsWith("Windows"));
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        for (String name : VARIABLES) {
            environment.getOptionalValue(name, String.class).ifPresent(value -> variables.put(name, value));
        }
        return variables;
    }

    @Override
    public AuthStatus status() {
        return status(DEFAULT_CLIENT);
    }

    @Override
    public AuthStatus status(String client) {
        return status(client, () -> of(client));
    }

    @Override
    public AuthStatus status(String client, AuthMethod method) {
        return status(client, () -> detect(client, Overrides.of(method)));
    }

    private AuthStatus status(String client, Supplier<DetectedCredential> detection) {
        try {
            CredentialSource source = detection.get().source();
            return source.storedStatus().withTier(tierDetection(client).detect(source.tierHints(), source.method()));
        } catch (AuthenticationException | ConfigurationException e) {
            return AuthStatus.none(e.getMessage());
        }
    }

    /** The tier that was set for a client, in its configuration or its environment. */
    public Optional<SubscriptionTier> setTier(String client) {
        return tierDetection(client).set();
    }

    /** The tier of a client whose tier was not set, as far as its credential tells. */
    public SubscriptionTier tier(String client, CredentialSource source) {
        // an application's store may not be ready before the application is; without limits the API itself decides
        return ownStores.isResolvable() ? SubscriptionTier.API
                : tierDetection(client).detect(source.tierHints(), source.method());
    }

    private TierDetection tierDetection(String client) {
        String variable = environment.getOptionalValue(TIER_VARIABLE, String.class).orElse(null);
        // what is not set itself has its value from the variable
        String set = config.clients().get(client).credentials().subscriptionTier()
                .filter(value -> !value.equals(variable)).orElse(null);
        return new TierDetection(
                List.of(new TierDetection.Setting(ClaudeRuntimeConfig.property(client, "subscription-tier"), set),
                        new TierDetection.Setting(TIER_VARIABLE, variable)));
    }

    @Override
    public AuthStatus refresh() {
        return refresh(DEFAULT_CLIENT);
    }

    @Override
    public AuthStatus refresh(String client) {
        return refresh(of(client).source());
    }

    @Override
    public AuthStatus refresh(String client, AuthMethod method) {
        return refresh(detect(client, Overrides.of(method)).source());
    }

    private static AuthStatus refresh(CredentialSource source) {
        if (!(source instanceof RefreshingCredential<?> changing)) {
            throw new AuthenticationException(ErrorDetails.of("The credential from " + source.status().source()
                    + " never changes, so there is nothing to refresh"), null);
        }
        Awaiting.await(changing.refresh());
        return changing.status();
    }

    @Override
    public TokenStore store(String client) {
        return ownStores.isResolvable() ? ownStores.get()
                : stores.of(config.clients().get(client).credentials());
    }

    @Override
    public List<TokenStore> stores(String client) {
        return ownStores.isResolvable() ? List.of(ownStores.get())
                : stores.all(config.clients().get(client).credentials());
    }

    @Override
    public String storeName(String client) {
        return client.equals(DEFAULT_CLIENT) ? TokenStore.DEFAULT_NAME : client;
    }

    @Override
    public OAuthServer oauth(String client) {
        return new OAuthServer(oauthSettings(config.clients().get(client).credentials().oauth()), http(client),
                Clock.systemUTC());
    }

    @PreDestroy
    void close() {
        closed = true;
        calls.values().forEach(LazyOAuthCalls::close);
        workers.close();
    }
}

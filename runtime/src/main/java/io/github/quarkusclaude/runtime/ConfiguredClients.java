package io.github.quarkusclaude.runtime;

import static io.github.quarkusclaude.runtime.ClaudeRuntimeConfig.DEFAULT_CLIENT;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.auth.AuthStatus;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.github.quarkusclaude.catalog.rules.BetaFeatures;
import io.github.quarkusclaude.catalog.rules.ModelAdvice;
import io.github.quarkusclaude.limits.LimitState;
import io.github.quarkusclaude.observation.ClientObserver;
import io.github.quarkusclaude.observation.ObservedClient;
import io.github.quarkusclaude.runtime.auth.ConfiguredCredentials;
import io.github.quarkusclaude.schema.InputTypes;
import io.github.quarkusclaude.schema.StructuredOutputs;
import io.github.quarkusclaude.tool.BeanTools;
import io.github.quarkusclaude.tool.ToolObserver;
import io.github.quarkusclaude.tool.ToolRunners;
import io.github.quarkusclaude.transport.BaseUrl;
import io.github.quarkusclaude.transport.BlockingApiClient;
import io.github.quarkusclaude.transport.CallObservation;
import io.github.quarkusclaude.transport.ClientSettings;
import io.github.quarkusclaude.transport.Endpoint;
import io.github.quarkusclaude.transport.FallbackEnvironment;
import io.github.quarkusclaude.transport.HttpOptions;
import io.github.quarkusclaude.transport.ReactiveApiClient;
import io.quarkus.arc.All;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;

/**
 * Makes each client when it is first used, and closes all of them with the application.
 */
@Singleton
public class ConfiguredClients implements ClaudeClients {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude");

    private final ClaudeRuntimeConfig config;
    private final ConfiguredSettings settings;
    private final ModelCatalog catalog;
    private final BetaFeatures betas;
    private final StructuredOutputs outputs;
    private final Vertx vertx;
    private final HttpOptions httpOptions;
    private final ToolRunners toolRunners;
    private final RateLimitObservers rateLimitObservers;
    private final ConfiguredBudgets budgets;
    private final List<ClientObserver> observers;
    private final FallbackObservers fallbackObservers;
    private final Map<String, ClaudeClient> clients = new ConcurrentHashMap<>();
    private final Map<String, Supplier<ClientCondition>> conditions = new ConcurrentHashMap<>();

    ConfiguredClients(ClaudeRuntimeConfig config, ConfiguredCredentials credentials, ModelCatalog catalog, BetaFeatures betas,
            StructuredOutputs outputs,
            Vertx vertx, TlsConfigurationRegistry tlsRegistry, ProxyConfigurationRegistry proxyRegistry,
            BeanTools beanTools, InputTypes inputTypes, ToolRunObservers toolRunObservers,
            RateLimitObservers rateLimitObservers, BudgetObservers budgetObservers, FallbackObservers fallbackObservers,
            @All List<ClientObserver> observers,
            @All List<ToolObserver> toolObservers) {
        this.config = config;
        this.settings = new ConfiguredSettings(config, credentials, catalog);
        this.catalog = catalog;
        this.betas = betas;
        this.outputs = outputs;
        this.vertx = vertx;
        this.httpOptions = new HttpOptions(tlsRegistry, proxyRegistry);
        this.toolRunners = new ToolRunners(catalog, beanTools, inputTypes, toolRunObservers, toolObservers);
        this.rateLimitObservers = rateLimitObservers;
        this.fallbackObservers = fallbackObservers;
        this.budgets = new ConfiguredBudgets(config, catalog, budgetObservers);
        this.observers = observers;
    }

    @Override
    public ClaudeClient client() {
        return client(DEFAULT_CLIENT);
    }

    @Override
    public ClaudeClient client(String name) {
        return clients.computeIfAbsent(name, this::configured);
    }

    @Override
    public Builder builder() {
        return new ClientBuilder();
    }

    /**
     * Whether a client can be made.
     *
     * @throws io.github.quarkusclaude.error.AuthenticationException if there is no credential for it
     * @throws io.quarkus.runtime.configuration.ConfigurationException if its configuration is wrong
     */
    void check(String name) {
        settings.of(name);
    }

    /** What is known about the configured clients that have been made, by their names. Never blocks. */
    public SortedMap<String, ClientCondition> conditions() {
        SortedMap<String, ClientCondition> known = new TreeMap<>();
        conditions.forEach((client, condition) -> known.put(client, condition.get()));
        return known;
    }

    private ClaudeClient configured(String name) {
        ClientSettings configured = settings.of(name);
        String model = configured.model();
        // another server has models of its own
        if (model != null && configured.baseUrl().isAnthropic()) {
            new ModelAdvice(catalog).beforeUse(ClaudeRuntimeConfig.property(name, "model") + " (or ANTHROPIC_MODEL)", model)
                    .ifPresent(LOG::warn);
        }
        ObservedClient observed = observed(name);
        ReactiveApiClient client = connect(configured, observed, null);
        conditions.put(name, () -> new ClientCondition(configured.credentials().status(),
                client.circuits().get(Endpoint.MESSAGES), configured.circuitBreaker().delay()));
        observers.forEach(observer -> observer.created(observed));
        return new BlockingApiClient(client);
    }

    private ObservedClient observed(String name) {
        return new ObservedClient(name, new LimitState(name, Clock.systemUTC(), rateLimitObservers), budgets.of(name));
    }

    private ReactiveApiClient connect(ClientSettings settings, ObservedClient client, @Nullable Boolean betaFeatures) {
        if (settings.baseUrl().isExposed()) {
            LOG.warnf("The API key goes to %s without encryption. Use https outside of a network you trust",
                    settings.baseUrl());
        }
        AuthStatus status = settings.credentials().status();
        LOG.infof("Claude is asked by %s from %s", settings.credentials().method().id(), status.source());
        return new ReactiveApiClient(settings, catalog, betas(settings, client.name(), betaFeatures), outputs, vertx,
                httpOptions, toolRunners, client.limits(), client.budget(),
                new CallObservation(client.name(), settings.baseUrl(), observers, vertx),
                new FallbackEnvironment(client.name(), this::reactive, fallbackObservers));
    }

    private ReactiveApiClient reactive(String name) {
        return (ReactiveApiClient) client(name).reactive();
    }

    private BetaFeatures betas(ClientSettings settings, String name, @Nullable Boolean chosen) {
        boolean allowed = chosen != null ? chosen : config.clients().get(name).betaFeatures().orElse(true);
        BetaFeatures ofCredential = settings.credentials().method().isSubscription() ? betas.ofSubscription() : betas;
        return allowed ? ofCredential : ofCredential.switchedOff();
    }

    @PreDestroy
    void close() {
        clients.values().forEach(ClaudeClient::close);
    }

    private final class ClientBuilder implements Builder {

        private @Nullable AuthMethod authMethod;
        private @Nullable String apiKey;
        private @Nullable String authToken;
        private @Nullable String oauthToken;
        private @Nullable String baseUrl;
        private @Nullable String model;
        private @Nullable Boolean betaFeatures;
        private @Nullable SubscriptionTier tier;

        @Override
        public Builder authMethod(AuthMethod method) {
            this.authMethod = method;
            return this;
        }

        @Override
        public Builder apiKey(String apiKey) {
            this.apiKey = apiKey;
            return this;
        }

        @Override
        public Builder authToken(String token) {
            this.authToken = token;
            return this;
        }

        @Override
        public Builder oauthToken(String token) {
            this.oauthToken = token;
            return this;
        }

        @Override
        public Builder baseUrl(String baseUrl) {
            this.baseUrl = baseUrl;
            return this;
        }

        @Override
        public Builder model(String model) {
            this.model = model;
            return this;
        }

        @Override
        public Builder subscriptionTier(SubscriptionTier tier) {
            this.tier = tier;
            return this;
        }

        @Override
        public Builder betaFeatures(boolean allowed) {
            this.betaFeatures = allowed;
            return this;
        }

        @Override
        public ClaudeClient build() {
            ConfiguredCredentials.Overrides overrides = new ConfiguredCredentials.Overrides(authMethod, apiKey, authToken,
                    oauthToken, baseUrl == null ? null : BaseUrl.of(baseUrl));
            return new BlockingApiClient(connect(settings.of(DEFAULT_CLIENT, overrides, model, tier),
                    observed(DEFAULT_CLIENT), betaFeatures));
        }
    }
}

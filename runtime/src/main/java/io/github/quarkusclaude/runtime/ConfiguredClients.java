package io.github.quarkusclaude.runtime;

import static io.github.quarkusclaude.runtime.ClaudeRuntimeConfig.DEFAULT_CLIENT;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.rules.BetaFeatures;
import io.github.quarkusclaude.catalog.rules.ModelAdvice;
import io.github.quarkusclaude.schema.InputTypes;
import io.github.quarkusclaude.schema.StructuredOutputs;
import io.github.quarkusclaude.tool.BeanTools;
import io.github.quarkusclaude.tool.ToolRunners;
import io.github.quarkusclaude.transport.BlockingApiClient;
import io.github.quarkusclaude.transport.ClientSettings;
import io.github.quarkusclaude.transport.HttpOptions;
import io.github.quarkusclaude.transport.ReactiveApiClient;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;

/**
 * Makes each client when it is first used, and closes all of them with the application.
 */
@Singleton
public class ConfiguredClients implements ClaudeClients {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude");

    private final ConfiguredSettings settings;
    private final ModelCatalog catalog;
    private final BetaFeatures betas;
    private final StructuredOutputs outputs;
    private final Vertx vertx;
    private final HttpOptions httpOptions;
    private final ToolRunners toolRunners;
    private final Map<String, ClaudeClient> clients = new ConcurrentHashMap<>();

    ConfiguredClients(ClaudeRuntimeConfig config, ModelCatalog catalog, BetaFeatures betas, StructuredOutputs outputs,
            Vertx vertx, TlsConfigurationRegistry tlsRegistry, ProxyConfigurationRegistry proxyRegistry,
            BeanTools beanTools, InputTypes inputTypes, ToolRunObservers toolRunObservers) {
        this.settings = new ConfiguredSettings(config);
        this.catalog = catalog;
        this.betas = betas;
        this.outputs = outputs;
        this.vertx = vertx;
        this.httpOptions = new HttpOptions(tlsRegistry, proxyRegistry);
        this.toolRunners = new ToolRunners(catalog, beanTools, inputTypes, toolRunObservers);
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

    private ClaudeClient configured(String name) {
        ClientSettings configured = settings.of(name);
        String model = configured.model();
        // another server has models of its own
        if (model != null && configured.baseUrl().isAnthropic()) {
            new ModelAdvice(catalog).beforeUse(ConfiguredSettings.property(name, "model") + " (or ANTHROPIC_MODEL)", model)
                    .ifPresent(LOG::warn);
        }
        return connect(configured);
    }

    private ClaudeClient connect(ClientSettings settings) {
        if (settings.baseUrl().isExposed()) {
            LOG.warnf("The API key goes to %s without encryption. Use https outside of a network you trust",
                    settings.baseUrl());
        }
        return new BlockingApiClient(new ReactiveApiClient(settings, catalog, betas, outputs, vertx, httpOptions, toolRunners));
    }

    @PreDestroy
    void close() {
        clients.values().forEach(ClaudeClient::close);
    }

    private final class ClientBuilder implements Builder {

        private @Nullable String apiKey;
        private @Nullable String baseUrl;
        private @Nullable String model;

        @Override
        public Builder apiKey(String apiKey) {
            this.apiKey = apiKey;
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
        public ClaudeClient build() {
            return connect(settings.of(DEFAULT_CLIENT, new ConfiguredSettings.Overrides(apiKey, baseUrl, model)));
        }
    }
}

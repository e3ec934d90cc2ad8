package io.github.quarkusclaude.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.logging.Level;

import org.jboss.logging.Logger;

import io.github.quarkusclaude.runtime.ClaudeDevServicesBuildTimeConfig;
import io.github.quarkusclaude.runtime.ClaudeRuntimeConfig;
import io.github.quarkusclaude.runtime.catalog.CatalogBuildTimeConfig;
import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Lets the simulator answer in development and in tests, where there is no credential.
 */
@BuildSteps(onlyIf = { IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class })
class ClaudeDevServicesProcessor {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude.devservices");

    private static final double USUAL_FAULT_RATE = 0.1;

    /**
     * What a client is configured by; with any of them it is left alone. A login stored in a file does not count: tests must
     * not spend somebody's money because of it.
     */
    private static final List<String> OWN_KEYS = List.of("api-key", "base-url", "auth-method", "api-key-file",
            "credentials-provider", "auth-token", "oauth.token", "profile", "federation.rule-id");
    private static final List<String> ENVIRONMENT = List.of("ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL",
            "ANTHROPIC_AUTH_METHOD", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_OAUTH_TOKEN", "CLAUDE_OAUTH_TOKEN",
            "ANTHROPIC_OAUTH_ACCESS_TOKEN", "ANTHROPIC_PROFILE", "ANTHROPIC_FEDERATION_RULE_ID");

    @BuildStep
    void simulate(ClaudeDevServicesBuildTimeConfig config, CatalogBuildTimeConfig catalog, ClaudeClientNamesBuildItem names,
            BuildProducer<DevServicesResultBuildItem> devServices) {
        if (!config.enabled() || ENVIRONMENT.stream().anyMatch(ConfigUtils::isPropertyNonEmpty)) {
            return;
        }
        List<String> clients = names.getNames().stream().filter(ClaudeDevServicesProcessor::isNotConfigured).toList();
        if (clients.isEmpty()) {
            return;
        }
        doNotComplainAboutDocker();
        SimulatorDevService.Settings settings = new SimulatorDevService.Settings(config.port().orElse(0),
                catalog.profile().name().toLowerCase(Locale.ROOT), List.copyOf(new TreeSet<>(catalog.models().keySet())),
                chaos(config));
        devServices.produce(DevServicesResultBuildItem.<SimulatorDevService> owned()
                .feature(ClaudeProcessor.FEATURE)
                .description("Claude simulator")
                // plain text: it is compared with that of a service which an older class loader has started
                .serviceConfig(settings + " " + clients)
                .startable(() -> new SimulatorDevService(settings))
                .configProvider(configuration(clients))
                .postStartHook(service -> LOG.infof("No API key is set: the Claude simulator answers at %s. Set quarkus.claude"
                        + ".api-key or ANTHROPIC_API_KEY to talk to Claude.", service.getConnectionInfo()))
                .build());
    }

    /**
     * For every dev service Quarkus looks for containers, and where there is no Docker the library it asks reports an error.
     * The simulator needs none. Who has services that do is still told so by Quarkus itself.
     */
    private static void doNotComplainAboutDocker() {
        java.util.logging.Logger.getLogger("org.testcontainers.dockerclient").setLevel(Level.OFF);
        java.util.logging.Logger.getLogger("org.testcontainers.DockerClientFactory").setLevel(Level.WARNING);
    }

    private static SimulatorDevService.Chaos chaos(ClaudeDevServicesBuildTimeConfig config) {
        List<String> scenarios = config.scenarios().orElse(List.of());
        try {
            return new SimulatorDevService.Chaos(config.faultRate().orElse(scenarios.isEmpty() ? 0 : USUAL_FAULT_RATE),
                    scenarios);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "quarkus.claude.devservices.fault-rate or .scenarios cannot be used: " + e.getMessage(),
                    Set.of("quarkus.claude.devservices.fault-rate", "quarkus.claude.devservices.scenarios"));
        }
    }

    private static boolean isNotConfigured(String client) {
        // run-time configuration is looked at only to leave alone what the user has configured
        return OWN_KEYS.stream().noneMatch(key -> ConfigUtils.isPropertyNonEmpty(property(client, key)));
    }

    private static Map<String, Function<SimulatorDevService, String>> configuration(List<String> clients) {
        Map<String, Function<SimulatorDevService, String>> configuration = new LinkedHashMap<>();
        for (String client : clients) {
            configuration.put(property(client, "base-url"), SimulatorDevService::getConnectionInfo);
            configuration.put(property(client, "api-key"), SimulatorDevService::apiKey);
        }
        return configuration;
    }

    private static String property(String client, String key) {
        return client.equals(ClaudeRuntimeConfig.DEFAULT_CLIENT) ? "quarkus.claude." + key
                : "quarkus.claude.\"" + client + "\"." + key;
    }
}

package io.github.quarkusclaude.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Downloads
 */
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
@ConfigMapping(prefix = "quarkus.claude.download")
public interface ClaudeDownloadConfig {

    /**
     * The largest image or document that the application downloads itself. What is larger than 24 MB fits into no request.
     */
    @WithDefault("24M")
    MemorySize maxSize();

    /**
     * How long a download may take, redirects included.
     */
    @WithDefault("30s")
    Duration maxDuration();

    /**
     * How many redirects of a download are followed. Each goes through the same checks as the first address.
     */
    @WithDefault("5")
    int maxRedirects();

    /**
     * The hosts from which the application may download; `*.example.com` stands for all names below `example.com`. All
     * hosts with a public address if this is not set.
     */
    Optional<List<String>> allowedHosts();

    /**
     * Hosts of one's own network from which the application may download although their addresses are not public;
     * `*.example.com` stands for all names below `example.com`. Other hosts with loopback, private, link-local or other
     * special addresses are refused.
     */
    Optional<List<String>> internalHosts();

    /**
     * The name of the TLS configuration of downloads (`quarkus.tls."name".*`). Without one the JDK's certificates are
     * trusted.
     */
    Optional<String> tlsConfigurationName();
}

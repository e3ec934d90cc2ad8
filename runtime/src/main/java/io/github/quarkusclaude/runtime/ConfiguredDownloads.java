package io.github.quarkusclaude.runtime;

import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.github.quarkusclaude.attachment.AttachmentDownloader;
import io.github.quarkusclaude.attachment.ReactiveAttachmentDownloader;
import io.github.quarkusclaude.transport.download.BlockingDownloads;
import io.github.quarkusclaude.transport.download.DownloadSettings;
import io.github.quarkusclaude.transport.download.HostPatterns;
import io.github.quarkusclaude.transport.download.ReactiveDownloads;
import io.quarkus.arc.DefaultBean;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

/**
 * Makes the downloaders when one of them is first used, and closes them with the application.
 */
@Singleton
public class ConfiguredDownloads {

    private final ReactiveDownloads downloads;

    ConfiguredDownloads(ClaudeDownloadConfig config, Vertx vertx, TlsConfigurationRegistry tlsRegistry) {
        HttpClientOptions options = new HttpClientOptions();
        TlsConfiguration.from(tlsRegistry, config.tlsConfigurationName())
                .ifPresent(tls -> TlsConfigUtils.configure(options, tls));
        DownloadSettings settings = new DownloadSettings(config.maxSize().asLongValue(), config.maxDuration(),
                config.maxRedirects(), new HostPatterns(config.allowedHosts().orElse(List.of())),
                new HostPatterns(config.internalHosts().orElse(List.of())));
        this.downloads = new ReactiveDownloads(settings, vertx, options);
    }

    @Produces
    @DefaultBean
    @ApplicationScoped
    ReactiveAttachmentDownloader reactive() {
        return downloads;
    }

    @Produces
    @DefaultBean
    @ApplicationScoped
    AttachmentDownloader blocking() {
        return new BlockingDownloads(downloads);
    }

    @PreDestroy
    void close() {
        downloads.close();
    }
}

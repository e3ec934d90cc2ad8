package io.github.quarkusclaude.transport;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.proxy.ProxyConfiguration;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;

/**
 * Makes the options of the HTTP client that both kinds of calls use.
 */
public final class HttpOptions {

    /** The API sends dozens of headers, proxies add theirs; Vert.x stops at 8 KB. */
    private static final int MAX_HEADER_SIZE = 64 * 1024;

    private final TlsConfigurationRegistry tlsRegistry;
    private final ProxyConfigurationRegistry proxyRegistry;

    public HttpOptions(TlsConfigurationRegistry tlsRegistry, ProxyConfigurationRegistry proxyRegistry) {
        this.tlsRegistry = tlsRegistry;
        this.proxyRegistry = proxyRegistry;
    }

    /** For calls beside those of a client, to addresses of either scheme. */
    public HttpClientOptions ofCalls(Optional<String> tlsConfigurationName, Optional<String> proxyConfigurationName,
            Duration connectTimeout) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()))
                .setMaxHeaderSize(MAX_HEADER_SIZE);
        secure(options, tlsConfigurationName, proxyConfigurationName);
        return options;
    }

    HttpClientOptions of(ClientSettings settings) {
        int ttl = Math.toIntExact(settings.connectionTtl().toSeconds());
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setKeepAliveTimeout(ttl)
                .setHttp2KeepAliveTimeout(ttl)
                .setMaxPoolSize(settings.connectionPoolSize())
                .setHttp2MaxPoolSize(settings.connectionPoolSize())
                .setMaxHeaderSize(MAX_HEADER_SIZE);
        if (settings.http2()) {
            options.setProtocolVersion(HttpVersion.HTTP_2)
                    .setUseAlpn(true)
                    .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1));
        }
        secure(options, settings.tlsConfigurationName(), settings.proxyConfigurationName());
        options.setSsl(settings.baseUrl().isTls());
        return options;
    }

    private void secure(HttpClientOptions options, Optional<String> tlsConfigurationName,
            Optional<String> proxyConfigurationName) {
        TlsConfiguration.from(tlsRegistry, tlsConfigurationName)
                .ifPresent(tls -> TlsConfigUtils.configure(options, tls));
        proxyRegistry.get(proxyConfigurationName).ifPresent(proxy -> apply(proxy, options));
    }

    private static void apply(ProxyConfiguration proxy, HttpClientOptions options) {
        if (ProxyConfigurationRegistry.NONE.equals(proxy.host())) {
            return;
        }
        ProxyOptions proxyOptions = new ProxyOptions()
                .setType(ProxyType.valueOf(proxy.type().name()))
                .setHost(proxy.host())
                .setPort(proxy.port());
        proxy.username().ifPresent(proxyOptions::setUsername);
        proxy.password().ifPresent(proxyOptions::setPassword);
        proxy.proxyConnectTimeout().ifPresent(proxyOptions::setConnectTimeout);
        options.setProxyOptions(proxyOptions);
        proxy.nonProxyHosts().ifPresent(options::setNonProxyHosts);
    }
}

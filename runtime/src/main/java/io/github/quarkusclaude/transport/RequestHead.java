package io.github.quarkusclaude.transport;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

import io.github.quarkusclaude.catalog.rules.PreparedRequest;

/**
 * The headers of a client's requests.
 */
final class RequestHead {

    static final String VERSION = "anthropic-version";
    static final String BETA = "anthropic-beta";

    private final ClientSettings settings;

    RequestHead(ClientSettings settings) {
        this.settings = settings;
    }

    /** Hands over the headers of a prepared request. */
    void forEach(PreparedRequest request, BiConsumer<String, String> header) {
        forEach(request.apiVersion(), request.betas(), request.headers(), header);
    }

    /** Hands over the headers of a request with its own version, beta features and further headers. */
    void forEach(String version, Collection<String> betas, Map<String, String> headers, BiConsumer<String, String> header) {
        header.accept(VERSION, version);
        forEach(headers, header);
        if (!betas.isEmpty()) {
            header.accept(BETA, String.join(",", betas));
        }
    }

    /** Hands over the headers that are the same for every request of the client. */
    void forEach(BiConsumer<String, String> header) {
        forEach(Map.of(), header);
    }

    private void forEach(Map<String, String> ofRequest, BiConsumer<String, String> header) {
        header.accept("user-agent", ClientVersion.USER_AGENT);
        custom(settings.headers(), header);
        custom(ofRequest, header);
        // last: another header never takes the place of the credential
        if (settings.apiKeyHeader() == ApiKeyHeader.AUTHORIZATION) {
            header.accept("authorization", "Bearer " + settings.apiKey().value());
        } else {
            header.accept("x-api-key", settings.apiKey().value());
        }
    }

    private static void custom(Map<String, String> headers, BiConsumer<String, String> header) {
        headers.forEach((name, value) -> {
            // which beta features are sent is decided for each request
            if (!BETA.equalsIgnoreCase(name)) {
                header.accept(name.toLowerCase(Locale.ROOT), value);
            }
        });
    }
}

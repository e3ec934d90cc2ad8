package io.github.quarkusclaude.transport;

import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The headers of a client's requests.
 */
final class RequestHead {

    static final String VERSION = "anthropic-version";

    private final ClientSettings settings;

    RequestHead(ClientSettings settings) {
        this.settings = settings;
    }

    /** Hands over the headers that are the same for every request of the client. */
    void forEach(BiConsumer<String, String> header) {
        header.accept("user-agent", ClientVersion.USER_AGENT);
        for (Map.Entry<String, String> custom : settings.headers().entrySet()) {
            header.accept(custom.getKey().toLowerCase(Locale.ROOT), custom.getValue());
        }
        // last: a configured header never takes the place of the credential
        if (settings.apiKeyHeader() == ApiKeyHeader.AUTHORIZATION) {
            header.accept("authorization", "Bearer " + settings.apiKey().value());
        } else {
            header.accept("x-api-key", settings.apiKey().value());
        }
    }
}

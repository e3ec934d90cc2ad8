package io.github.quarkusclaude.transport;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.Credential;
import io.github.quarkusclaude.catalog.rules.PreparedRequest;

/**
 * The headers of a client's requests.
 */
final class RequestHead {

    static final String VERSION = "anthropic-version";
    static final String BETA = "anthropic-beta";
    static final String AUTHORIZATION = "authorization";
    static final String API_KEY = "x-api-key";
    static final String WORKSPACE = "anthropic-workspace-id";

    /** The credential of a client, and the beta features of a request, are not chosen by naming a header. */
    private static final Set<String> DECIDED_ELSEWHERE = Set.of(BETA, AUTHORIZATION, API_KEY);

    private final ClientSettings settings;

    RequestHead(ClientSettings settings) {
        this.settings = settings;
    }

    /** The headers of a call that needs nothing in particular, for the REST client. */
    CallHead call(Credential credential) {
        return new CallHead(settings.apiVersion(), betas(List.of(), credential), credential);
    }

    /** The headers of a prepared request, for the REST client; {@link #custom} has the others. */
    CallHead call(PreparedRequest request, Credential credential) {
        return new CallHead(request.apiVersion(), betas(request.betas(), credential), credential);
    }

    /** Hands over all headers of a request. */
    void forEach(String version, Collection<String> betas, Map<String, String> headers, Credential credential,
            BiConsumer<String, String> header) {
        header.accept(VERSION, version);
        custom(headers, header);
        String betaValue = betas(betas, credential);
        if (betaValue != null) {
            header.accept(BETA, betaValue);
        }
        if (credential.workspaceId() != null) {
            header.accept(WORKSPACE, credential.workspaceId());
        }
        header.accept(credential.header(), credential.headerValue());
    }

    /**
     * Hands over the headers that the application has chosen for all requests and for this one, except those that carry a
     * credential: there is one, and two at once are refused.
     */
    void custom(Map<String, String> ofRequest, BiConsumer<String, String> header) {
        header.accept("user-agent", ClientVersion.USER_AGENT);
        chosen(settings.headers(), header);
        chosen(ofRequest, header);
    }

    private static void chosen(Map<String, String> headers, BiConsumer<String, String> header) {
        headers.forEach((name, value) -> {
            String key = name.toLowerCase(Locale.ROOT);
            if (!DECIDED_ELSEWHERE.contains(key)) {
                header.accept(key, value);
            }
        });
    }

    private static @Nullable String betas(Collection<String> ofRequest, Credential credential) {
        Set<String> values = new LinkedHashSet<>(credential.betas());
        values.addAll(ofRequest);
        return values.isEmpty() ? null : String.join(",", values);
    }
}

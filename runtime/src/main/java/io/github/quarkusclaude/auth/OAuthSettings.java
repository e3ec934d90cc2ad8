package io.github.quarkusclaude.auth;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Who the application is to a server of OAuth, and where that server is. {@link #toString()} does not show the client secret.
 *
 * @param clientId what the application is registered as; nothing can be asked without
 * @param clientSecret its secret, if it was given one
 * @param authorizeUrl the page where people sign in and consent
 * @param keyAuthorizeUrl the page for logins that are to create an API key; {@code authorizeUrl} if absent
 * @param tokenUrl where codes and refresh tokens become access tokens
 * @param revokeUrl where tokens are made invalid; they are only forgotten if absent
 * @param createKeyUrl where API keys are created; none can be if absent
 * @param pasteRedirectUri the page that shows people the code, for logins without a browser on the same machine
 * @param scopes what to ask for
 * @param bodyFormat how the bodies of calls are written
 */
public record OAuthSettings(@Nullable String clientId, @Nullable String clientSecret, URI authorizeUrl,
        @Nullable URI keyAuthorizeUrl, URI tokenUrl, @Nullable URI revokeUrl, @Nullable URI createKeyUrl,
        @Nullable URI pasteRedirectUri, List<String> scopes, BodyFormat bodyFormat) {

    /** Allows to create API keys. */
    public static final String CREATE_KEY_SCOPE = "org:create_api_key";

    static final String NO_CLIENT_ID = "There is no OAuth client id. Set quarkus.claude.oauth.client-id, or the environment"
            + " variable ANTHROPIC_OAUTH_CLIENT_ID, to the id your own application is registered with";

    /** How the bodies of calls are written. */
    public enum BodyFormat {
        /** As a JSON object; Anthropic's server. */
        JSON,
        /** As a form, which other servers of OAuth expect. */
        FORM
    }

    public OAuthSettings {
        clientId = clientId == null || clientId.isBlank() ? null : clientId.strip();
        clientSecret = clientSecret == null || clientSecret.isBlank() ? null : clientSecret.strip();
        scopes = List.copyOf(scopes);
    }

    /**
     * The client id.
     *
     * @throws ConfigurationException if there is none
     */
    String requiredClientId() {
        if (clientId == null) {
            throw new ConfigurationException(NO_CLIENT_ID);
        }
        return clientId;
    }

    /** The same for a login whose purpose is to create an API key. */
    public OAuthSettings forKeyCreation() {
        List<String> more = new ArrayList<>(scopes);
        if (!more.contains(CREATE_KEY_SCOPE)) {
            more.add(0, CREATE_KEY_SCOPE);
        }
        return new OAuthSettings(clientId, clientSecret, keyAuthorizeUrl == null ? authorizeUrl : keyAuthorizeUrl,
                keyAuthorizeUrl, tokenUrl, revokeUrl, createKeyUrl, pasteRedirectUri, more, bodyFormat);
    }

    @Override
    public String toString() {
        return "OAuthSettings[clientId=" + clientId + ", authorizeUrl=" + authorizeUrl + ", tokenUrl=" + tokenUrl + ", scopes="
                + scopes + "]";
    }
}

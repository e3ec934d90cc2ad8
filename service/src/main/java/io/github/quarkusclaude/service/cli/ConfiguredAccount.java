package io.github.quarkusclaude.service.cli;

import static io.github.quarkusclaude.runtime.ClaudeRuntimeConfig.DEFAULT_CLIENT;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.auth.AuthStatus;
import io.github.quarkusclaude.auth.ClaudeAuth;
import io.github.quarkusclaude.auth.OAuthServer;
import io.github.quarkusclaude.auth.StoredCredentials;
import io.github.quarkusclaude.auth.TokenStore;
import io.github.quarkusclaude.auth.TokenStoreException;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.transport.BaseUrl;

/** What is configured, and what the options say instead. */
@Singleton
class ConfiguredAccount implements Account {

    private final ClaudeAuth auth;
    private final CredentialOptions credential;
    private final GlobalOptions options;
    private final Config config;

    ConfiguredAccount(ClaudeAuth auth, CredentialOptions credential, GlobalOptions options, Config config) {
        this.auth = auth;
        this.credential = credential;
        this.options = options;
        this.config = config;
    }

    @Override
    public OAuthServer server() {
        return auth.oauth(DEFAULT_CLIENT);
    }

    @Override
    public TokenStore store() {
        return auth.store(DEFAULT_CLIENT);
    }

    @Override
    public List<TokenStore> stores() {
        return auth.stores(DEFAULT_CLIENT);
    }

    @Override
    public String name() {
        return auth.storeName(DEFAULT_CLIENT);
    }

    @Override
    public boolean isGateway() {
        return Optional.ofNullable(options.baseUrl)
                .or(() -> configured("quarkus.claude.base-url").or(() -> configured("ANTHROPIC_BASE_URL")))
                .map(url -> !url.isAnthropic()).orElse(false);
    }

    private Optional<BaseUrl> configured(String name) {
        try {
            return config.getOptionalValue(name, String.class).map(BaseUrl::of);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ". Correct " + name);
        }
    }

    @Override
    public AuthStatus status() {
        AuthStatus status = status(credential.method());
        return credential.tier == null || status.method() == null ? status : status.withTier(credential.tier);
    }

    private AuthStatus status(@Nullable AuthMethod method) {
        return method == null ? auth.status() : auth.status(DEFAULT_CLIENT, method);
    }

    @Override
    public AuthStatus refresh() {
        AuthMethod method = credential.method() == null ? refreshable(auth.status().method()) : credential.method();
        AuthStatus before = status(method);
        if (before.method() != AuthMethod.OAUTH) {
            return refresh(method);
        }
        if (!before.source().equals(store().description())) {
            throw new AuthenticationException(ErrorDetails.of("The tokens of " + before.source()
                    + " are not refreshed here: the new ones would be lost with the end of this command, and the old ones may"
                    + " not work any more. Log in instead: quarkus-claude auth login --method oauth"), null);
        }
        Optional<StoredCredentials> old = store().load(name());
        AuthStatus status = refresh(AuthMethod.OAUTH);
        if (store().load(name()).equals(old)) {
            throw new TokenStoreException(TokenStoreException.Reason.STORAGE_ERROR,
                    "The new tokens could not be stored in " + store().description(), null);
        }
        return status;
    }

    private AuthStatus refresh(@Nullable AuthMethod method) {
        return method == null ? auth.refresh() : auth.refresh(DEFAULT_CLIENT, method);
    }

    /** Who has a key as well as a login and asks for a refresh means the login. */
    private static @Nullable AuthMethod refreshable(@Nullable AuthMethod inUse) {
        boolean never = inUse == null || inUse == AuthMethod.API_KEY || inUse == AuthMethod.AUTH_TOKEN;
        return never ? AuthMethod.OAUTH : null;
    }
}

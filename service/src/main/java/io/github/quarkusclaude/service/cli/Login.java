package io.github.quarkusclaude.service.cli;

import java.time.Duration;
import java.util.function.Function;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import io.github.quarkusclaude.auth.ApiKey;
import io.github.quarkusclaude.auth.OAuthServer;
import io.github.quarkusclaude.auth.OAuthTokens;
import io.github.quarkusclaude.auth.StoredCredentials;
import io.github.quarkusclaude.auth.TierDetection;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.github.quarkusclaude.error.ClaudeException;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Gets a login and stores it. Until it is complete, nothing is written. */
@Singleton
class Login {

    private static final String KEY_VARIABLE = "ANTHROPIC_API_KEY";

    private final Prompt prompt;
    private final SignIn signIn;
    private final Terminal terminal;
    private final Config config;

    Login(Prompt prompt, SignIn signIn, Terminal terminal, Config config) {
        this.prompt = prompt;
        this.signIn = signIn;
        this.terminal = terminal;
        this.config = config;
    }

    /**
     * How to log in.
     *
     * @param browser whether there is a browser on this machine
     * @param interactive whether a person is there to be asked
     * @param limit how long to wait for a browser
     */
    record Way(LoginMethod method, boolean browser, boolean interactive, Duration limit) {
    }

    /**
     * Looks whether there is where to sign in, before a person is asked anything.
     *
     * @throws ConfigurationException or {@link UsageException} if not
     */
    void expectPossible(Account account, LoginMethod method) {
        switch (method) {
            case API_KEY -> {
                // needs nobody
            }
            case OAUTH -> account.server().requireClientId();
            case CREATE_API_KEY -> serverForKeys(account).requireClientId();
        }
    }

    StoredCredentials login(Account account, Way way) {
        return switch (way.method()) {
            case API_KEY -> save(account, StoredCredentials.ofApiKey(key(account, way).value()));
            case OAUTH -> withTokens(account, way);
            case CREATE_API_KEY -> withCreatedKey(account, way);
        };
    }

    private ApiKey key(Account account, Way way) {
        String text = way.interactive() ? prompt.secret("API key:")
                : config.getOptionalValue(KEY_VARIABLE, String.class).orElse("");
        if (text.isBlank()) {
            throw new UsageException(way.interactive() ? "No API key was given. Type or pipe it in"
                    : "With --non-interactive the API key is read from " + KEY_VARIABLE + ", which is not set");
        }
        return account.isGateway() ? ApiKey.ofGateway(text) : ApiKey.of(text);
    }

    private StoredCredentials withTokens(Account account, Way way) {
        return signIn(account.server(), way, tokens -> {
            String tier = TierDetection.ofScopes(tokens.scopes()).map(SubscriptionTier::id).orElse(null);
            return save(account, StoredCredentials.of(tokens).withTier(tier));
        }, "Anthropic's terms allow the tokens of Claude subscriptions in its own programs only. Sign in here only if your"
                + " application was given a client id of its own, or your gateway has its own sign-in.");
    }

    private StoredCredentials withCreatedKey(Account account, Way way) {
        return signIn(serverForKeys(account), way, tokens -> {
            StoredCredentials key = StoredCredentials.ofApiKey(serverForKeys(account).createApiKey(tokens).value());
            StoredCredentials saved = save(account, key);
            forget(account.server(), tokens);
            return saved;
        }, "This creates an API key. What is asked with it is paid for per token, also by people who have a subscription.");
    }

    private static OAuthServer serverForKeys(Account account) {
        try {
            return account.server().forKeyCreation();
        } catch (ConfigurationException e) {
            throw new UsageException(e.getMessage() + ": open https://platform.claude.com/settings/keys, choose Create Key,"
                    + " copy the key, and store it with: quarkus-claude auth login --method api-key");
        }
    }

    private StoredCredentials signIn(OAuthServer server, Way way, Function<OAuthTokens, StoredCredentials> use,
            String explanation) {
        terminal.note(explanation);
        return way.browser() ? signIn.withBrowser(server, way.limit(), use) : use.apply(signIn.byPasting(server));
    }

    private static StoredCredentials save(Account account, StoredCredentials login) {
        account.store().save(account.name(), login);
        return login;
    }

    /** The tokens have done what they were for. */
    private void forget(OAuthServer server, OAuthTokens tokens) {
        try {
            server.revoke(tokens);
        } catch (ClaudeException | ConfigurationException e) {
            terminal.note("Warning: " + e.getMessage());
        }
    }
}

package io.github.quarkusclaude.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ErrorDetails;

/**
 * The tokens of a person's login, as they are stored. New ones are stored before they are used, because the refresh token
 * of the old ones may not work any more.
 */
final class LoginTokens implements TokenSupplier {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude");

    /** What somebody else has got must work at least so long to be taken. */
    static final Duration ABOUT_TO_EXPIRE = Duration.ofSeconds(30);

    private final TokenStore store;
    private final String name;
    private final OAuthServer server;
    private final Clock clock;
    private final LoginKind kind;
    private final Secrets secrets;
    private volatile @Nullable OAuthTokens known;
    private volatile @Nullable Unsaved unsaved;

    /** New tokens that could not be stored, and what is stored instead. */
    private record Unsaved(OAuthTokens stored, OAuthTokens tokens) {
    }

    LoginTokens(TokenStore store, String name, OAuthServer server, Clock clock, LoginKind kind) {
        this.store = store;
        this.name = name;
        this.server = server;
        this.clock = clock;
        this.kind = kind;
        this.secrets = Secrets.of(server.settings().clientSecret());
    }

    /** Whether a token works no longer than it takes to use it. */
    static boolean isAboutToExpire(@Nullable Instant expiresAt, Clock clock) {
        return expiresAt != null && !expiresAt.isAfter(clock.instant().plus(ABOUT_TO_EXPIRE));
    }

    @Override
    public String source() {
        return store.description();
    }

    @Override
    public boolean isRenewable() {
        if (kind.refreshedElsewhere()) {
            return true;
        }
        OAuthTokens tokens = known;
        // not looked up: who asks this may not wait
        return tokens == null ? server.hasClientId() : canRefresh(tokens);
    }

    private boolean canRefresh(OAuthTokens tokens) {
        return tokens.refreshToken() != null && server.hasClientId();
    }

    @Override
    public AccessToken stored() {
        return accessToken(tokens(load()));
    }

    @Override
    public AccessToken renew(@Nullable AccessToken old) {
        // who only reads needs no lock, and may not be allowed to make one
        return accessToken(server.hasClientId() ? store.exclusively(name, () -> renewed(old)) : renewed(old));
    }

    private OAuthTokens renewed(@Nullable AccessToken old) {
        StoredCredentials login = load();
        OAuthTokens tokens = tokens(login);
        if (isNews(tokens, old)) {
            return tokens;
        }
        if (!canRefresh(tokens)) {
            if (kind.refreshedElsewhere() && !hasExpired(tokens)) {
                return tokens;
            }
            throw notRefreshable(tokens);
        }
        OAuthTokens renewed;
        try {
            renewed = server.refresh(tokens, kind.purpose());
        } catch (AuthenticationException e) {
            // programs that know no lock use the same files
            OAuthTokens again = tokens(load());
            if (!again.equals(tokens) && isNews(again, old)) {
                return again;
            }
            throw e;
        }
        secrets.add(renewed);
        save(login, renewed);
        known = renewed;
        return renewed;
    }

    private boolean isNews(OAuthTokens tokens, @Nullable AccessToken old) {
        return (old == null || !tokens.accessToken().equals(old.value())) && !isAboutToExpire(tokens.expiresAt(), clock);
    }

    private StoredCredentials load() {
        return store.load(name).filter(login -> login.tokens() != null).orElseThrow(() -> new AuthenticationException(
                ErrorDetails.of("There is no OAuth login in " + source() + ". " + kind.purpose().advice()), null));
    }

    /** The tokens of a login, or those that should have been stored in their place. */
    private OAuthTokens tokens(StoredCredentials login) {
        OAuthTokens stored = Objects.requireNonNull(login.tokens());
        secrets.add(stored);
        Unsaved kept = unsaved;
        boolean isOutdated = kept != null && kept.stored().equals(stored);
        if (!isOutdated) {
            unsaved = null;
        }
        OAuthTokens tokens = isOutdated ? kept.tokens() : stored;
        known = tokens;
        return tokens;
    }

    private void save(StoredCredentials login, OAuthTokens renewed) {
        try {
            store.save(name, login.with(renewed));
            unsaved = null;
        } catch (RuntimeException e) {
            // a store may be anybody's. The tokens are still good for this process, but whoever starts next has none
            unsaved = new Unsaved(Objects.requireNonNull(login.tokens()), renewed);
            LOG.warnf("New tokens could not be stored, so that they are lost when this program ends, and the login in %s may"
                    + " not work any more: %s. See that it can be written to; otherwise a new login will be needed", source(),
                    masked(String.valueOf(e.getMessage())));
        }
    }

    private boolean hasExpired(OAuthTokens tokens) {
        Instant expiresAt = tokens.expiresAt();
        return expiresAt != null && !expiresAt.isAfter(clock.instant());
    }

    private AuthenticationException notRefreshable(OAuthTokens tokens) {
        String why = tokens.refreshToken() == null ? "there is no refresh token. " + kind.purpose().advice()
                : kind.refreshedElsewhere() ? "there is no client id. " + kind.purpose().advice() : OAuthSettings.NO_CLIENT_ID;
        return new AuthenticationException(ErrorDetails.of("The access token in " + source() + " cannot be refreshed: " + why),
                null);
    }

    private AccessToken accessToken(OAuthTokens tokens) {
        return AccessToken.oauth(tokens.accessToken(), tokens.expiresAt(), kind.workspaceId());
    }

    @Override
    public TierHints tierHints() {
        return store.load(name).map(TierHints::of).orElse(TierHints.NONE);
    }

    @Override
    public String masked(String text) {
        return secrets.masked(text);
    }
}

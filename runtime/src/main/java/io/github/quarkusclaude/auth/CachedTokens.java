package io.github.quarkusclaude.auth;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of federation, kept in a file so that other processes of the profile need not get their own. If that file cannot be
 * used, they do.
 */
final class CachedTokens implements TokenSupplier {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude");

    private final FederatedTokens tokens;
    private final TokenStore cache;
    private final String name;
    private final Clock clock;
    private final Secrets secrets = Secrets.of();
    private final AtomicBoolean warned = new AtomicBoolean();

    CachedTokens(FederatedTokens tokens, TokenStore cache, String name, Clock clock) {
        this.tokens = tokens;
        this.cache = cache;
        this.name = name;
        this.clock = clock;
    }

    @Override
    public String source() {
        return tokens.source();
    }

    @Override
    public boolean isRenewable() {
        return true;
    }

    @Override
    public @Nullable AccessToken stored() {
        return cached().filter(token -> !LoginTokens.isAboutToExpire(token.expiresAt(), clock)).orElse(null);
    }

    @Override
    public AccessToken renew(@Nullable AccessToken old) {
        try {
            return cache.exclusively(name, () -> renewed(old));
        } catch (TokenStoreException e) {
            // nothing but the lock itself fails like this
            warn(e);
            return tokens.renew(old);
        }
    }

    private AccessToken renewed(@Nullable AccessToken old) {
        AccessToken cached = stored();
        if (cached != null && (old == null || !cached.value().equals(old.value()))) {
            return cached;
        }
        AccessToken renewed = tokens.renew(old);
        try {
            cache.save(name, StoredCredentials.of(new OAuthTokens(renewed.value(), null, renewed.expiresAt(),
                    OAuthTokens.BEARER, List.of())));
        } catch (TokenStoreException e) {
            warn(e);
        }
        return renewed;
    }

    private Optional<AccessToken> cached() {
        try {
            Optional<OAuthTokens> found = cache.load(name).map(StoredCredentials::tokens);
            found.ifPresent(secrets::add);
            return found.map(token -> AccessToken.oauth(token.accessToken(), token.expiresAt(), null));
        } catch (TokenStoreException e) {
            warn(e);
            return Optional.empty();
        }
    }

    private void warn(TokenStoreException failure) {
        if (warned.compareAndSet(false, true)) {
            LOG.warnf("The tokens of %s are not shared with other processes: %s", source(), masked(failure.getMessage()));
        }
    }

    @Override
    public String masked(String text) {
        return tokens.masked(secrets.masked(text));
    }
}

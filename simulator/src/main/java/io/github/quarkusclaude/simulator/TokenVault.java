package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Gives out tokens, replaces them, and knows which are still valid. */
final class TokenVault {

    private static final String ACCESS = "sk-ant-oat01-";
    private static final String REFRESH = "sk-ant-ort01-";
    private static final int BYTES = 64;

    /** How long it is known that a token was valid once. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    /** @param predecessor the refresh token that ends when this token is used, because then its answer has arrived */
    private record Access(Grant grant, Instant until, @Nullable String predecessor) {
    }

    private record Refresh(Grant grant, @Nullable String predecessor) {
    }

    private final OAuthOptions options;
    private final Secrets secrets;
    private final Clock clock;
    private final Map<String, Access> accessTokens = new HashMap<>();
    private final Map<String, Refresh> refreshTokens = new HashMap<>();

    TokenVault(OAuthOptions options, Secrets secrets, Clock clock) {
        this.options = options;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Tokens for a sign-in. */
    synchronized IssuedTokens issue(Grant grant) {
        String refreshToken = options.refreshTokens ? addRefreshToken(grant, null) : null;
        return issue(grant, options.accessTokenLifetime, refreshToken, null);
    }

    /** A token that cannot be refreshed. */
    synchronized IssuedTokens issue(Grant grant, Duration lifetime) {
        return issue(grant, lifetime, null, null);
    }

    /**
     * New tokens for a refresh token.
     *
     * @param scopes what the new access token is limited to; empty for all that was granted
     * @throws OAuthException if the refresh token is none of this client, or was never granted these scopes
     */
    synchronized IssuedTokens refresh(String token, String clientId, Set<String> scopes) {
        Refresh found = refreshTokens.get(token);
        if (found == null || !found.grant().clientId().equals(clientId)) {
            throw OAuthException.invalidGrant("The refresh token is unknown, used up, revoked, or of another client");
        }
        if (!found.grant().scopes().containsAll(scopes)) {
            throw OAuthException.invalidScope("A refresh cannot add scopes");
        }
        refreshTokens.remove(found.predecessor());
        Grant limited = found.grant().limitedTo(scopes);
        if (!options.rotating) {
            return issue(limited, options.accessTokenLifetime, null, null);
        }
        return issue(limited, options.accessTokenLifetime, addRefreshToken(found.grant(), token), token);
    }

    /** What an access token stands for. @throws ApiException 401 if it is not valid, or not any more */
    synchronized Grant grant(String accessToken) {
        Access found = accessTokens.get(accessToken);
        if (found == null) {
            throw new ApiException(ErrorType.AUTHENTICATION.error("invalid bearer token"));
        }
        if (!clock.instant().isBefore(found.until())) {
            throw new ApiException(ErrorType.AUTHENTICATION.error("The access token has expired"));
        }
        return found.grant();
    }

    /** Notes that an access token has opened something. */
    synchronized void used(String accessToken) {
        Access found = accessTokens.get(accessToken);
        if (found != null) {
            refreshTokens.remove(found.predecessor());
        }
    }

    /** Ends an access token, or with a refresh token everything that comes from the same sign-in. */
    synchronized void revoke(String token) {
        accessTokens.remove(token);
        Refresh found = refreshTokens.get(token);
        if (found != null) {
            revokeGrant(found.grant().id());
        }
    }

    /** Ends everything that comes from a sign-in. */
    synchronized void revokeGrant(String grantId) {
        accessTokens.values().removeIf(token -> token.grant().id().equals(grantId));
        refreshTokens.values().removeIf(token -> token.grant().id().equals(grantId));
    }

    /** Lets a token reach the end of its life now. */
    synchronized void expire(String token) {
        refreshTokens.remove(token);
        accessTokens.computeIfPresent(token,
                (value, access) -> new Access(access.grant(), clock.instant(), access.predecessor()));
    }

    synchronized boolean isValid(String token) {
        Access access = accessTokens.get(token);
        return refreshTokens.containsKey(token) || access != null && clock.instant().isBefore(access.until());
    }

    /** The client a token belongs to, if there is such a token. */
    synchronized Optional<String> clientOf(String token) {
        if (refreshTokens.containsKey(token)) {
            return Optional.of(refreshTokens.get(token).grant().clientId());
        }
        return Optional.ofNullable(accessTokens.get(token)).map(access -> access.grant().clientId());
    }

    synchronized void clear() {
        accessTokens.clear();
        refreshTokens.clear();
    }

    private IssuedTokens issue(Grant grant, Duration lifetime, @Nullable String refreshToken, @Nullable String predecessor) {
        Instant now = clock.instant();
        accessTokens.values().removeIf(token -> token.until().plus(REMEMBERED).isBefore(now));
        String accessToken = secrets.next(ACCESS, BYTES);
        Instant until = now.plusSeconds(lifetime.toSeconds());
        accessTokens.put(accessToken, new Access(grant, until, predecessor));
        return new IssuedTokens(accessToken, Optional.ofNullable(refreshToken), until,
                Collections.unmodifiableSet(new LinkedHashSet<>(grant.scopes())));
    }

    private String addRefreshToken(Grant grant, @Nullable String predecessor) {
        String token = secrets.next(REFRESH, BYTES);
        refreshTokens.put(token, new Refresh(grant, predecessor));
        return token;
    }
}

package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives out authorization codes, and takes each back once. */
final class AuthorizationCodes {

    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private record Issued(AuthorizationRequest request, Grant grant, Instant until) {
    }

    private record Redeemed(Grant grant, Instant until) {
    }

    private final TokenVault tokens;
    private final Secrets secrets;
    private final Clock clock;
    private final Map<String, Issued> codes = new HashMap<>();
    private final Map<String, Redeemed> redeemed = new HashMap<>();

    AuthorizationCodes(TokenVault tokens, Secrets secrets, Clock clock) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A code for what this person has allowed. */
    synchronized String issue(AuthorizationRequest request, String account) {
        Instant now = clock.instant();
        codes.values().removeIf(code -> !now.isBefore(code.until()));
        redeemed.values().removeIf(code -> !now.isBefore(code.until()));
        String code = secrets.next("", 32);
        Grant grant = grant(request.clientId(), account, request.scopes());
        codes.put(code, new Issued(request, grant, now.plus(LIFETIME)));
        return code;
    }

    /**
     * The tokens for a code.
     *
     * @throws OAuthException if the code is not for this client and this request, or not valid any more; a code that comes
     *         twice may have been stolen, so that its tokens end
     */
    synchronized IssuedTokens redeem(String code, String clientId, TokenRequest request) {
        Redeemed before = redeemed.remove(code);
        if (before != null) {
            tokens.revokeGrant(before.grant().id());
        }
        Issued issued = codes.get(code);
        if (issued == null || !issued.request().clientId().equals(clientId)) {
            throw OAuthException.invalidGrant("The code is unknown, used up, or of another client");
        }
        codes.remove(code);
        if (!clock.instant().isBefore(issued.until())) {
            throw OAuthException.invalidGrant("The code has expired");
        }
        check(issued.request(), request);
        redeemed.put(code, new Redeemed(issued.grant(), issued.until()));
        return tokens.issue(issued.grant());
    }

    /** What a person has allowed a client just now. */
    Grant grant(String clientId, String account, Set<String> scopes) {
        return new Grant(secrets.next("grant-", 16), clientId, account, scopes, null);
    }

    synchronized void clear() {
        codes.clear();
        redeemed.clear();
    }

    private static void check(AuthorizationRequest authorized, TokenRequest request) {
        String verifier = request.get("code_verifier");
        if (!VERIFIER.matcher(verifier).matches()) {
            throw OAuthException.invalidRequest("code_verifier must have 43 to 128 letters, digits, or -._~");
        }
        if (!request.get("redirect_uri").equals(authorized.target().uri().toString())) {
            throw OAuthException.invalidGrant("redirect_uri is not the one the code was sent to");
        }
        if (request.find("state").filter(state -> !state.equals(authorized.target().state())).isPresent()) {
            throw OAuthException.invalidGrant("state is not the one of the authorization request");
        }
        if (!challenge(verifier).equals(authorized.challenge())) {
            throw OAuthException.invalidGrant("code_verifier does not match the code_challenge");
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}

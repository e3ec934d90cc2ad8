package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An identity provider for tests: makes the JSON web tokens with which a workload proves who it is. Only the simulator it
 * belongs to trusts it. All methods may be called from any thread.
 */
public final class IdentityTokenIssuer {

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String SUBJECT = "workload";

    private final FederationRule rule;
    private final Secrets secrets;
    private final Clock clock;
    private final List<SigningKey> keys = new ArrayList<>();
    private int keysMade;

    IdentityTokenIssuer(FederationRule rule, Secrets secrets, Clock clock) {
        this.rule = rule;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Its name, as tokens have it in {@code iss}. */
    public String name() {
        return "https://issuer.example.com";
    }

    /** A token the federation rule accepts, valid for 10 minutes. */
    public String token() {
        return token(rule.subject().orElse(SUBJECT), rule.audience(), LIFETIME);
    }

    /** A token the federation rule accepts for that long. The API takes none that is made for more than an hour. */
    public String token(Duration lifetime) {
        return token(rule.subject().orElse(SUBJECT), rule.audience(), lifetime);
    }

    /**
     * A token, signed with the newest key.
     *
     * @param subject whom it is about
     * @param audience for whom it is made
     * @param lifetime for how long it is valid; if negative, how long ago it has expired
     */
    public String token(String subject, String audience, Duration lifetime) {
        return signed(subject, audience, lifetime, currentKey());
    }

    /** A token that has expired 10 minutes ago. */
    public String expiredToken() {
        return token(LIFETIME.negated());
    }

    /** A token that is made for somebody else. */
    public String tokenForAnotherAudience() {
        return token(rule.subject().orElse(SUBJECT), "https://somebody-else.example.com", LIFETIME);
    }

    /** A token that only pretends to be signed by this issuer. */
    public String tokenSignedByAnotherKey() {
        SigningKey own = currentKey();
        return signed(rule.subject().orElse(SUBJECT), rule.audience(), LIFETIME,
                SigningKey.create(own.id(), own.algorithm()));
    }

    /** Signs with a new ES256 key from now on; see {@link #rotateKey(SigningAlgorithm)}. */
    public void rotateKey() {
        rotateKey(SigningAlgorithm.ES256);
    }

    /** Signs with a new key from now on. Tokens signed with older ones stay valid until {@link #dropOldKeys()}. */
    public void rotateKey(SigningAlgorithm algorithm) {
        SigningKey key = SigningKey.create(nextKeyId(), algorithm);
        synchronized (this) {
            keys.add(key);
        }
    }

    /** Withdraws all keys but the newest: what they have signed is not accepted any more. */
    public synchronized void dropOldKeys() {
        if (keys.size() > 1) {
            keys.subList(0, keys.size() - 1).clear();
        }
    }

    synchronized Optional<SigningKey> key(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private synchronized SigningKey currentKey() {
        if (keys.isEmpty()) {
            keys.add(SigningKey.create(nextKeyId(), SigningAlgorithm.ES256));
        }
        return keys.get(keys.size() - 1);
    }

    private synchronized String nextKeyId() {
        keysMade++;
        return "key-" + keysMade;
    }

    private String signed(String subject, String audience, Duration lifetime, SigningKey key) {
        Instant now = clock.instant();
        Instant issued = lifetime.isNegative() ? now.plus(lifetime).minus(LIFETIME) : now;
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("alg", key.algorithm().name()).put("typ", "JWT").put("kid", key.id());
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", name()).put("sub", subject).put("aud", audience);
        claims.put("iat", issued.getEpochSecond()).put("exp", now.plus(lifetime).getEpochSecond());
        String text = encoded(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.toString().getBytes(StandardCharsets.UTF_8));
        return secrets.remembered(text + "." + encoded(key.sign(text)));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "IdentityTokenIssuer[" + name() + "]";
    }
}

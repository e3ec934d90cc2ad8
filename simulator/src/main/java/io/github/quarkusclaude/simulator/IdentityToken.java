package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** A JSON web token whose signature has been checked. */
record IdentityToken(JsonNode claims) {

    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Empty if this is no token, or the issuer has not signed it. */
    static Optional<IdentityToken> read(String token, IdentityTokenIssuer issuer, Json json) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode header = json.parse(decoded(parts[0])).orElseThrow(IllegalArgumentException::new);
            JsonNode claims = json.parse(decoded(parts[1])).orElseThrow(IllegalArgumentException::new);
            byte[] signature = decoded(parts[2]);
            return issuer.key(header.path("kid").asText())
                    .filter(key -> key.algorithm().name().equals(header.path("alg").asText()))
                    .filter(key -> key.hasSigned(parts[0] + "." + parts[1], signature))
                    .map(key -> new IdentityToken(claims));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean fits(FederationRule rule, IdentityTokenIssuer issuer) {
        return claims.path("iss").asText().equals(issuer.name())
                && isFor(rule.audience())
                && !subject().isEmpty()
                && rule.subject().filter(subject -> !subject.equals(subject())).isEmpty();
    }

    /** Whether it is neither expired nor from the future, and was not made for too long. */
    boolean isValidAt(Instant now) {
        if (!claims.path("exp").isNumber() || !claims.path("iat").isNumber()) {
            return false;
        }
        Instant issued = Instant.ofEpochSecond(claims.path("iat").longValue());
        Instant from = Instant.ofEpochSecond(claims.path("nbf").asLong(issued.getEpochSecond()));
        return now.isBefore(expiry().plus(SKEW))
                && !now.isBefore(issued.minus(SKEW))
                && !now.isBefore(from.minus(SKEW))
                && Duration.between(issued, expiry()).compareTo(LONGEST) <= 0;
    }

    String subject() {
        return claims.path("sub").asText();
    }

    Instant expiry() {
        return Instant.ofEpochSecond(claims.path("exp").longValue());
    }

    private boolean isFor(String audience) {
        JsonNode aud = claims.path("aud");
        return aud.isArray()
                ? StreamSupport.stream(aud.spliterator(), false).anyMatch(one -> one.asText().equals(audience))
                : aud.asText().equals(audience);
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "IdentityToken[" + subject() + "]";
    }
}

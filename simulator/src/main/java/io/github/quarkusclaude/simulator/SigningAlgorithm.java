package io.github.quarkusclaude.simulator;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;

/** How identity tokens are signed; the names are those of RFC 7518. */
public enum SigningAlgorithm {

    /** Elliptic curve P-256 with SHA-256. */
    ES256("EC", 256, "SHA256withECDSAinP1363Format"),
    /** RSA with 2,048 bits and SHA-256. Making a key takes a moment. */
    RS256("RSA", 2_048, "SHA256withRSA");

    private final String keys;
    private final int bits;
    private final String signature;

    SigningAlgorithm(String keys, int bits, String signature) {
        this.keys = keys;
        this.bits = bits;
        this.signature = signature;
    }

    KeyPairGenerator generator() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(keys);
        generator.initialize(bits);
        return generator;
    }

    Signature signature() throws GeneralSecurityException {
        return Signature.getInstance(signature);
    }
}

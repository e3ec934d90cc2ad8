package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.SignatureException;

/** A key of an identity provider. Signatures have the form JSON web tokens need. */
record SigningKey(String id, SigningAlgorithm algorithm, KeyPair pair) {

    static SigningKey create(String id, SigningAlgorithm algorithm) {
        try {
            return new SigningKey(id, algorithm, algorithm.generator().generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot make keys for " + algorithm, e);
        }
    }

    byte[] sign(String text) {
        try {
            Signature signature = algorithm.signature();
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot sign with " + algorithm, e);
        }
    }

    boolean hasSigned(String text, byte[] signed) {
        try {
            Signature signature = algorithm.signature();
            signature.initVerify(pair.getPublic());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.verify(signed);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot check signatures of " + algorithm, e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + ", " + algorithm + "]";
    }
}

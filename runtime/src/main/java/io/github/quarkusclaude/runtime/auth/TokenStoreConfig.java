package io.github.quarkusclaude.runtime.auth;

import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/**
 * Where logins are stored.
 */
@ConfigGroup
public interface TokenStoreConfig {

    /**
     * The kind of store: `credentials-file` (plain JSON, one login, readable by its owner only), `tokens-file` (several logins,
     * obfuscated) or `encrypted-file` (several logins, AES-256-GCM).
     * <p>
     * An application that has a bean of type `TokenStore` uses that instead.
     */
    @WithDefault("credentials-file")
    Kind type();

    /**
     * The file of a `tokens-file` or an `encrypted-file`.
     */
    @ConfigDocDefault("~/.neurolink/tokens.json, or ~/.quarkus-claude/tokens.enc")
    Optional<String> file();

    /**
     * Whether a `tokens-file` is obfuscated. That hides tokens from a glance and protects them from nobody.
     */
    @WithDefault("true")
    boolean obfuscated();

    /**
     * The key of an `encrypted-file`: 32 bytes in Base64.
     */
    Optional<String> key();

    /**
     * The file with the key of an `encrypted-file`, if the key itself is not set. It is made with a random key if there is
     * none.
     */
    @WithDefault("~/.quarkus-claude/tokens.key")
    String keyFile();

    /** The kinds of stores. */
    enum Kind {
        /** The guide's file of one login. */
        CREDENTIALS_FILE,
        /** The guide's file of several logins. */
        TOKENS_FILE,
        /** Encrypted. */
        ENCRYPTED_FILE
    }
}

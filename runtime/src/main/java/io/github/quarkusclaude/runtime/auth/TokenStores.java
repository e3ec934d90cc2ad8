package io.github.quarkusclaude.runtime.auth;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import io.github.quarkusclaude.auth.CredentialsFile;
import io.github.quarkusclaude.auth.EncryptedFile;
import io.github.quarkusclaude.auth.EncryptionKey;
import io.github.quarkusclaude.auth.HomeDirectory;
import io.github.quarkusclaude.auth.TokenStore;
import io.github.quarkusclaude.auth.TokensFile;

/** Makes the configured stores. */
final class TokenStores {

    private final HomeDirectory home;
    private final Clock clock;

    TokenStores(HomeDirectory home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    TokenStore of(CredentialConfig config) {
        TokenStoreConfig store = config.tokenStore();
        return switch (store.type()) {
            case CREDENTIALS_FILE -> new CredentialsFile(home.resolve(config.credentialsFile()), clock);
            case TOKENS_FILE -> tokensFile(store);
            case ENCRYPTED_FILE -> new EncryptedFile(file(store, "~/.quarkus-claude/tokens.enc"), key(store), clock);
        };
    }

    /** The configured store, and what belongs to it. */
    List<TokenStore> all(CredentialConfig config) {
        TokenStoreConfig store = config.tokenStore();
        return store.type() == TokenStoreConfig.Kind.CREDENTIALS_FILE ? List.of(of(config), tokensFile(store))
                : List.of(of(config));
    }

    private TokensFile tokensFile(TokenStoreConfig store) {
        return new TokensFile(file(store, "~/.neurolink/tokens.json"), home, store.obfuscated(), clock);
    }

    private Path file(TokenStoreConfig store, String otherwise) {
        return home.resolve(store.file().orElse(otherwise));
    }

    private EncryptionKey key(TokenStoreConfig store) {
        return store.key().map(EncryptionKey::ofBase64).orElseGet(() -> EncryptionKey.ofFile(home.resolve(store.keyFile())));
    }
}

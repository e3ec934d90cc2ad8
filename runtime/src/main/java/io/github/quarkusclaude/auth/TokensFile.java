package io.github.quarkusclaude.auth;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.TokenStoreException.Reason;

/**
 * Tokens of several providers in one file, which other programs use as well: entries of other providers stay as they are.
 * <p>
 * The file is obfuscated, which <strong>protects nothing</strong>: everybody who can read it and knows the path of the home
 * directory can read the tokens. What protects them is that only the owner may read the file. A file that is not obfuscated
 * is understood as well. API keys have no place in it.
 */
public final class TokensFile implements TokenStore {

    private static final String VERSION = "2.0";
    private static final String PROVIDERS = "providers";
    private static final String TOKENS = "tokens";

    private final PrivateFile file;
    private final HomeObfuscation obfuscation;
    private final boolean obfuscated;
    private final Clock clock;

    /**
     * @param path where the file is or shall be
     * @param home the home directory of who wrote the file and of who is to read it
     * @param obfuscated whether to obfuscate what is written
     * @param clock tells when something was stored
     */
    public TokensFile(Path path, HomeDirectory home, boolean obfuscated, Clock clock) {
        this.file = new PrivateFile(path);
        this.obfuscation = new HomeObfuscation(home);
        this.obfuscated = obfuscated;
        this.clock = clock;
    }

    @Override
    public String description() {
        return file.toString();
    }

    /**
     * {@inheritDoc}
     * <p>
     * The file is only read: when an entry was used last, which other programs note in it, is noted when it is saved.
     */
    @Override
    public Optional<StoredCredentials> load(String name) {
        StoredJson document = read();
        StoredJson entry = document == null ? null : entry(document, name);
        if (entry == null) {
            return Optional.empty();
        }
        return Optional.of(new StoredCredentials(CredentialsFormat.readTokens(entry.object(TOKENS)), null,
                entry.text("subscriptionTier"), CredentialsFormat.lenientTime(entry, "createdAt"),
                CredentialsFormat.lenientTime(entry, "updatedAt")));
    }

    /**
     * {@inheritDoc}
     *
     * @throws TokenStoreException if it is an API key or has characters the file cannot hold
     */
    @Override
    public void save(String name, StoredCredentials credentials) {
        OAuthTokens tokens = credentials.tokens();
        if (tokens == null) {
            throw refused("it holds tokens only. Put the API key into ANTHROPIC_API_KEY or another store");
        }
        Instant expiresAt = tokens.expiresAt();
        if (expiresAt != null && !expiresAt.isAfter(Instant.EPOCH)) {
            throw refused("the token's expiry lies before 1970. Log in again");
        }
        if (tokens.tokenType().isBlank()) {
            throw refused("the token has no type. Log in again");
        }
        file.exclusively(() -> {
            StoredJson old = read();
            StoredJson document = old == null ? StoredJson.empty(description()) : old;
            StoredJson providers = document.object(PROVIDERS);
            StoredJson entry = providers.object(key(name));
            write(credentials, tokens, entry);
            providers.set(key(name), entry);
            write(document, providers);
            return true;
        });
    }

    private void write(StoredCredentials credentials, OAuthTokens tokens, StoredJson entry) {
        Instant now = clock.instant();
        StoredJson json = entry.object(TOKENS);
        CredentialsFormat.writeTokens(tokens, json);
        if (tokens.expiresAt() == null) {
            // the field is obligatory in this file
            json.set("expiresAt", StoredTime.LAST);
        }
        entry.set(TOKENS, json);
        entry.set("subscriptionTier", credentials.subscriptionTier());
        Instant createdAt = credentials.createdAt();
        entry.set("createdAt", StoredTime.write(createdAt == null ? now : createdAt));
        entry.set("updatedAt",
                StoredTime.write(StoredTime.after(CredentialsFormat.lenientTime(entry, "updatedAt"), now)));
        entry.set("lastAccessed", StoredTime.write(now));
    }

    private void write(StoredJson document, StoredJson providers) {
        if (!document.has("version")) {
            document.set("version", VERSION);
        }
        document.set("lastModified", StoredTime.write(clock.instant()));
        document.set(PROVIDERS, providers);
        String json = document.toJson();
        if (obfuscated && !HomeObfuscation.canObfuscate(json)) {
            throw refused("obfuscation would destroy characters outside of Latin-1. Remove them, or store it plain");
        }
        file.write(obfuscated ? obfuscation.obfuscate(json) : json);
    }

    @Override
    public boolean remove(String name) {
        if (!file.exists()) {
            return false;
        }
        return file.exclusively(() -> {
            StoredJson document = read();
            StoredJson providers = document == null ? StoredJson.empty(description()) : document.object(PROVIDERS);
            if (document == null || !providers.remove(key(name))) {
                return false;
            }
            if (providers.isEmpty()) {
                return file.delete();
            }
            write(document, providers);
            return true;
        });
    }

    @Override
    public <T> T exclusively(String name, Supplier<T> action) {
        return file.exclusively(action);
    }

    private @Nullable StoredJson read() {
        byte[] content = file.read();
        if (content == null) {
            return null;
        }
        // byte for byte, so that damage outside of Base64 is not repaired silently
        String text = new String(content, StandardCharsets.ISO_8859_1).strip();
        if (text.isEmpty() || text.startsWith("{")) {
            return StoredJson.parse(content, description());
        }
        try {
            return StoredJson.parse(obfuscation.reveal(text), description());
        } catch (IllegalArgumentException | TokenStoreException e) {
            throw new TokenStoreException(Reason.ENCRYPTION_ERROR, file
                    + " cannot be read: it was obfuscated with the path of another home directory, or is damaged. Set HOME to"
                    + " that directory, or remove the file and log in again", null);
        }
    }

    private static @Nullable StoredJson entry(StoredJson document, String name) {
        StoredJson providers = document.object(PROVIDERS);
        return providers.has(key(name)) ? providers.object(key(name)) : null;
    }

    /** Names of clients must not meet the names of other programs' providers. */
    private static String key(String name) {
        return name.equals(DEFAULT_NAME) ? name : DEFAULT_NAME + ":" + name;
    }

    private TokenStoreException refused(String why) {
        return new TokenStoreException(Reason.VALIDATION_ERROR, "Nothing was stored in " + file + ": " + why, null);
    }

    @Override
    public String toString() {
        return "TokensFile[" + file + "]";
    }
}

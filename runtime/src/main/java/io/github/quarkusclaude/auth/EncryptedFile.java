package io.github.quarkusclaude.auth;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.quarkusclaude.auth.TokenStoreException.Reason;

/**
 * The logins of several clients in one file, encrypted with AES-256-GCM. Who has the file without the key, for instance in
 * a backup or an image, can neither read it nor change it unnoticed. It does not protect from who can read the key as well.
 */
public final class EncryptedFile implements TokenStore {

    private static final String LOGINS = "logins";

    private final PrivateFile file;
    private final EncryptionKey key;
    private final Clock clock;

    /**
     * @param path where the file is or shall be
     * @param key what it is encrypted with
     * @param clock tells when something was stored
     */
    public EncryptedFile(Path path, EncryptionKey key, Clock clock) {
        this.file = new PrivateFile(path);
        this.key = key;
        this.clock = clock;
    }

    @Override
    public String description() {
        return file.toString();
    }

    @Override
    public Optional<StoredCredentials> load(String name) {
        StoredJson logins = read().object(LOGINS);
        return logins.has(name) ? Optional.of(CredentialsFormat.read(logins.object(name))) : Optional.empty();
    }

    @Override
    public void save(String name, StoredCredentials credentials) {
        file.exclusively(() -> {
            StoredJson document = read();
            StoredJson logins = document.object(LOGINS);
            StoredJson login = logins.object(name);
            CredentialsFormat.write(credentials, login, clock.instant());
            logins.set(name, login);
            write(document, logins);
            return true;
        });
    }

    @Override
    public boolean remove(String name) {
        if (!file.exists()) {
            return false;
        }
        return file.exclusively(() -> {
            StoredJson document = read();
            StoredJson logins = document.object(LOGINS);
            if (!logins.remove(name)) {
                return false;
            }
            if (logins.isEmpty()) {
                return file.delete();
            }
            write(document, logins);
            return true;
        });
    }

    @Override
    public <T> T exclusively(String name, Supplier<T> action) {
        return file.exclusively(action);
    }

    private StoredJson read() {
        byte[] content = file.read();
        if (content == null) {
            return StoredJson.empty(description());
        }
        byte[] existing = key.existing();
        if (existing == null) {
            throw unreadable("there is no key: " + key + " is missing");
        }
        try {
            return StoredJson.parse(AesGcm.decrypt(existing, content), description());
        } catch (GeneralSecurityException e) {
            throw unreadable("it was encrypted with another key than " + key + ", or has been changed");
        }
    }

    private void write(StoredJson document, StoredJson logins) {
        document.set(LOGINS, logins);
        file.write(AesGcm.encrypt(key.orCreated(), document.toJson().getBytes(StandardCharsets.UTF_8)));
    }

    private TokenStoreException unreadable(String why) {
        return new TokenStoreException(Reason.ENCRYPTION_ERROR, file + " cannot be read: " + why
                + ". Provide the key it was encrypted with, or remove the file and log in again", null);
    }

    @Override
    public String toString() {
        return "EncryptedFile[" + file + "]";
    }
}

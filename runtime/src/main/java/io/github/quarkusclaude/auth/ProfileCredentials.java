package io.github.quarkusclaude.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import io.github.quarkusclaude.auth.TokenStoreException.Reason;

/**
 * The tokens of a profile, in the file other programs of the profile use as well. One that others may read or write is
 * refused, as those programs do. Fields that are not known here stay.
 */
final class ProfileCredentials implements TokenStore {

    private static final String TYPE = "oauth_token";
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private final Path path;
    private final PrivateFile file;

    ProfileCredentials(Path path) {
        this.path = path;
        this.file = new PrivateFile(path);
    }

    @Override
    public String description() {
        return path.toString();
    }

    @Override
    public Optional<StoredCredentials> load(String name) {
        checkPrivate();
        byte[] content = file.read();
        return content == null ? Optional.empty() : Optional.of(read(StoredJson.parse(content, description())));
    }

    private static StoredCredentials read(StoredJson json) {
        String type = json.text("type");
        if (type != null && !type.equals(TYPE)) {
            throw json.invalid("type", "is not " + TYPE + ". Log in again with the program the profile belongs to");
        }
        return StoredCredentials.of(new OAuthTokens(json.requiredText("access_token").strip(), json.text("refresh_token"),
                StoredTime.read(json, "expires_at"), OAuthTokens.BEARER, json.words("scope")));
    }

    @Override
    public void save(String name, StoredCredentials credentials) {
        OAuthTokens tokens = credentials.tokens();
        if (tokens == null) {
            throw new TokenStoreException(Reason.VALIDATION_ERROR, "A profile has no place for an API key", null);
        }
        file.exclusively(() -> {
            byte[] old = file.read();
            StoredJson json = old == null || old.length == 0 ? StoredJson.empty(description())
                    : StoredJson.parse(old, description());
            write(tokens, json);
            file.write(json.toJson());
            return true;
        });
    }

    private static void write(OAuthTokens tokens, StoredJson json) {
        Instant expiresAt = tokens.expiresAt();
        if (!json.has("version")) {
            json.set("version", "1.0");
        }
        json.set("type", TYPE);
        json.set("access_token", tokens.accessToken());
        json.set("expires_at", expiresAt == null ? null : expiresAt.getEpochSecond());
        json.set("refresh_token", tokens.refreshToken());
        if (!tokens.scopes().isEmpty()) {
            json.set("scope", String.join(" ", tokens.scopes()));
        }
    }

    private void checkPrivate() {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix") || !Files.exists(path)) {
            return;
        }
        try {
            Set<PosixFilePermission> open = EnumSet.copyOf(OF_OTHERS);
            open.retainAll(Files.getPosixFilePermissions(path));
            if (!open.isEmpty()) {
                throw new TokenStoreException(Reason.STORAGE_ERROR, path
                        + " is not used because other users may read or change it. Make it private: chmod 600 " + path, null);
            }
        } catch (IOException e) {
            throw new TokenStoreException(Reason.STORAGE_ERROR, path + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean remove(String name) {
        return file.delete();
    }

    @Override
    public <T> T exclusively(String name, Supplier<T> action) {
        return file.exclusively(action);
    }
}

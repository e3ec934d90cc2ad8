package io.github.quarkusclaude.auth;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One login in a file of readable JSON, which only its owner may read. Other programs may use the same file: fields that
 * are not known here stay.
 * <p>
 * The file holds one login, whatever its name: several clients have a file each. A file that cannot be understood is never
 * overwritten, except if it is empty; {@link #remove} removes it.
 */
public final class CredentialsFile implements TokenStore {

    private final PrivateFile file;
    private final Clock clock;

    /**
     * @param path where the file is or shall be; its directory is created when something is stored
     * @param clock tells when something was stored
     */
    public CredentialsFile(Path path, Clock clock) {
        this(new PrivateFile(path), clock);
    }

    CredentialsFile(PrivateFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public String description() {
        return file.toString();
    }

    @Override
    public Optional<StoredCredentials> load(String name) {
        byte[] content = file.read();
        return content == null ? Optional.empty()
                : Optional.of(CredentialsFormat.read(StoredJson.parse(content, description())));
    }

    @Override
    public void save(String name, StoredCredentials credentials) {
        file.exclusively(() -> {
            byte[] old = file.read();
            StoredJson json = old == null || old.length == 0 ? StoredJson.empty(description())
                    : StoredJson.parse(old, description());
            CredentialsFormat.write(credentials, json, clock.instant());
            file.write(json.toJson());
            return true;
        });
    }

    @Override
    public boolean remove(String name) {
        return file.delete();
    }

    @Override
    public <T> T exclusively(String name, Supplier<T> action) {
        return file.exclusively(action);
    }

    @Override
    public String toString() {
        return "CredentialsFile[" + file + "]";
    }
}

package io.github.quarkusclaude.auth;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where logins are kept. An application that has a bean of this type uses it instead of files.
 * <p>
 * All methods may block and are called on worker threads, from several at once. A store must not lose what is stored when
 * the process ends in the middle of {@link #save}: refresh tokens work once only.
 */
public interface TokenStore {

    /** What the default client's login is stored under. Other clients have their names. */
    String DEFAULT_NAME = "anthropic";

    /** Where this is, for people: a file, or the name of a service. Without secrets. */
    String description();

    /**
     * The login stored under a name.
     *
     * @throws TokenStoreException if there may be one that cannot be read
     */
    Optional<StoredCredentials> load(String name);

    /**
     * Stores a login in place of the one there was. When this returns, it survives a crash.
     *
     * @throws TokenStoreException if it cannot be stored; what there was is then still there
     */
    void save(String name, StoredCredentials credentials);

    /**
     * Forgets a login.
     *
     * @return whether there was one
     * @throws TokenStoreException if it cannot be removed
     */
    boolean remove(String name);

    /**
     * Does something that nobody else does for the same login at that time: neither other threads nor other processes. What
     * has been loaded before may have changed and must be loaded again inside.
     * <p>
     * A store that is used by one process only need not override this: calls of one process are serialized anyway.
     *
     * @throws TokenStoreException if no lock can be had in reasonable time
     */
    default <T> T exclusively(String name, Supplier<T> action) {
        return action.get();
    }
}

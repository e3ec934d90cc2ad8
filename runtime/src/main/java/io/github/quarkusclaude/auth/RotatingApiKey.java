package io.github.quarkusclaude.auth;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * An API key that is replaced where it is kept while the application runs: a file, or a credentials provider.
 */
public final class RotatingApiKey implements CredentialSupplier<ApiKeyCredential> {

    private final String source;
    private final Supplier<ApiKeyCredential> reading;
    private final AtomicReference<@Nullable ApiKeyCredential> last = new AtomicReference<>();

    /**
     * @param source where it is kept, for people
     * @param reading gets the key there is; may block, and fails with
     *        {@link io.github.quarkusclaude.error.AuthenticationException} if there is none
     */
    public RotatingApiKey(String source, Supplier<ApiKeyCredential> reading) {
        this.source = source;
        this.reading = reading;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public boolean isRenewable() {
        return true;
    }

    @Override
    public ApiKeyCredential stored() {
        ApiKeyCredential read = reading.get();
        last.set(read);
        return read;
    }

    @Override
    public ApiKeyCredential renew(@Nullable ApiKeyCredential old) {
        return stored();
    }

    @Override
    public String masked(String text) {
        ApiKeyCredential known = last.get();
        return known == null ? text : text.replace(known.secret(), ApiKey.mask(known.secret()));
    }
}

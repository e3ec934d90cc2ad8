package io.github.quarkusclaude.transport;

import java.util.function.Function;

import io.github.quarkusclaude.auth.Credential;
import io.github.quarkusclaude.auth.CredentialSource;
import io.github.quarkusclaude.error.AuthenticationException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Makes calls with the credential of the moment, and once more with another one if the API refuses it.
 */
final class CredentialUse {

    private static final int UNAUTHORIZED = 401;

    private final CredentialSource credentials;
    private final Vertx vertx;

    CredentialUse(CredentialSource credentials, Vertx vertx) {
        this.credentials = credentials;
        this.vertx = vertx;
    }

    /** Makes a call. It must be possible to make it twice. */
    <T> Uni<T> call(Function<Credential, Uni<T>> call) {
        return credential().onItem().transformToUni(credential -> call.apply(credential)
                .onFailure(CredentialUse::isRefused).recoverWithUni(refusal -> insteadOf(credential)
                        .onItem().transformToUni(
                                other -> other == null ? Uni.createFrom().failure(refusal) : call.apply(other))));
    }

    /** Makes a call that can be made only once. If its credential is refused, the next call has another one. */
    <T> Uni<T> once(Function<Credential, Uni<T>> call) {
        return credential().onItem().transformToUni(credential -> call.apply(credential)
                .onFailure(CredentialUse::isRefused)
                .call(refusal -> insteadOf(credential).onFailure().recoverWithNull()));
    }

    private static boolean isRefused(Throwable failure) {
        return failure instanceof AuthenticationException refusal && refusal.status() == UNAUTHORIZED;
    }

    private Uni<Credential> credential() {
        return Uni.createFrom().deferred(() -> {
            Credential ready = credentials.ifReady();
            return ready != null ? Uni.createFrom().item(ready) : onContextOfCaller(credentials.current());
        });
    }

    private Uni<Credential> insteadOf(Credential refused) {
        return Uni.createFrom().deferred(() -> onContextOfCaller(credentials.insteadOf(refused)));
    }

    /** Credentials come from threads of their own, where the caller's signals have no business. */
    private <T> Uni<T> onContextOfCaller(Uni<T> uni) {
        Context context = EventLoops.contextFor(vertx);
        return uni.emitOn(action -> EventLoops.run(context, action));
    }
}

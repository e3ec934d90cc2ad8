package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers what clients have asked for while people sign in and think about it. */
final class PendingLogins {

    /** @param account who has signed in; empty if nobody has yet */
    record Login(AuthorizationRequest request, String account, Instant until) {
    }

    private final Secrets secrets;
    private final Clock clock;
    private final Map<String, Login> logins = new HashMap<>();

    PendingLogins(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The id under which the request is found again. */
    synchronized String add(AuthorizationRequest request) {
        forgetOld();
        String id = secrets.next("", 24);
        logins.put(id, new Login(request, "", clock.instant().plus(AuthorizationCodes.LIFETIME)));
        return id;
    }

    synchronized Optional<Login> find(String id) {
        forgetOld();
        return Optional.ofNullable(logins.get(id));
    }

    synchronized void signIn(String id, String account) {
        logins.computeIfPresent(id, (key, login) -> new Login(login.request(), account, login.until()));
    }

    synchronized void remove(String id) {
        logins.remove(id);
    }

    synchronized void clear() {
        logins.clear();
    }

    private void forgetOld() {
        Instant now = clock.instant();
        logins.values().removeIf(login -> !now.isBefore(login.until()));
    }
}

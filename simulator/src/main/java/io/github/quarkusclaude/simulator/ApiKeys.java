package io.github.quarkusclaude.simulator;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Knows which API keys open the API. */
final class ApiKeys {

    private static final Pattern WELL_FORMED = Pattern.compile("sk-ant-api\\d{2}-[A-Za-z0-9_-]{10,}");

    private final Set<String> accepted;
    private final Set<String> created = ConcurrentHashMap.newKeySet();
    private final Secrets secrets;

    /** @param accepted the only keys that are accepted besides those created here; if empty, every well-formed key is */
    ApiKeys(Set<String> accepted, Secrets secrets) {
        this.accepted = accepted;
        this.secrets = secrets;
    }

    boolean accepts(String key) {
        return accepted.isEmpty() ? WELL_FORMED.matcher(key).matches() : accepted.contains(key) || created.contains(key);
    }

    /** A new key, which is accepted from now on. */
    String create() {
        String key = secrets.next("sk-ant-api03-", 69);
        created.add(key);
        return key;
    }

    /** Forgets the keys that were created. */
    void clear() {
        created.clear();
    }
}

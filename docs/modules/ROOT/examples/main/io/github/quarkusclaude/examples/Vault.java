package io.github.quarkusclaude.examples;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

/** Stands for what an application keeps its secrets in. */
@ApplicationScoped
public class Vault {

    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    Optional<String> read(String path) {
        return Optional.ofNullable(secrets.get(path));
    }

    void write(String path, String secret) {
        secrets.put(path, secret);
    }

    boolean delete(String path) {
        return secrets.remove(path) != null;
    }
}

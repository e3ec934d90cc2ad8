package io.github.quarkusclaude.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Keeps one login in memory, remembers what was done, and fails when it is told to. */
class FakeTokenStore implements TokenStore {

    @Nullable
    StoredCredentials login;
    final List<String> actions = new ArrayList<>();
    @Nullable
    RuntimeException failure;

    FakeTokenStore(@Nullable OAuthTokens tokens) {
        login = tokens == null ? null : StoredCredentials.of(tokens);
    }

    @Override
    public String description() {
        return "the fake store";
    }

    @Override
    public Optional<StoredCredentials> load(String name) {
        actions.add("load " + name);
        return Optional.ofNullable(login);
    }

    @Override
    public void save(String name, StoredCredentials credentials) {
        actions.add("save " + name);
        if (failure != null) {
            throw failure;
        }
        login = credentials;
    }

    @Override
    public boolean remove(String name) {
        boolean removed = login != null;
        login = null;
        return removed;
    }

    @Override
    public <T> T exclusively(String name, Supplier<T> action) {
        actions.add("lock " + name);
        try {
            return action.get();
        } finally {
            actions.add("unlock " + name);
        }
    }
}

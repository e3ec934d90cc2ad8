package io.github.quarkusclaude.service.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;

import io.github.quarkusclaude.auth.OAuthTokens;
import io.github.quarkusclaude.auth.StoredCredentials;
import io.github.quarkusclaude.auth.TokenStore;
import io.github.quarkusclaude.auth.TokenStoreException;
import io.github.quarkusclaude.error.ClaudeException;
import io.quarkus.runtime.configuration.ConfigurationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code auth logout}: forgets a login. */
@Command(name = "logout", description = "Revokes the tokens of a login, if the server can, and forgets them.", mixinStandardHelpOptions = true, versionProvider = Version.class)
class AuthLogoutCommand implements Runnable {

    private static final List<String> VARIABLES = List.of("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_OAUTH_TOKEN",
            "CLAUDE_OAUTH_TOKEN", "ANTHROPIC_OAUTH_ACCESS_TOKEN");

    private final Accounts accounts;
    private final Terminal terminal;
    private final AuthPrinter printer;
    private final Config config;

    @Mixin
    AuthOptions options;

    AuthLogoutCommand(Accounts accounts, Terminal terminal, AuthPrinter printer, Config config) {
        this.accounts = accounts;
        this.terminal = terminal;
        this.printer = printer;
        this.config = config;
    }

    @Override
    public void run() {
        Account account = accounts.account();
        boolean revoked = false;
        List<String> removed = new ArrayList<>();
        for (TokenStore store : account.stores()) {
            if (load(store, account.name()).isPresent()) {
                // nobody may refresh the tokens in between: the new ones would outlive this
                revoked |= store.exclusively(account.name(), () -> revokeStored(store, account));
            }
            if (remove(store, account)) {
                removed.add(store.description());
            }
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("removed", removed);
        facts.put("revoked", revoked);
        printer.printFacts(removed.isEmpty() ? "You were not logged in."
                : "Logged out. Removed from " + String.join(" and ", removed)
                        + (revoked ? "; the tokens were revoked." : "."),
                facts, options);
        List<String> set = VARIABLES.stream().filter(this::isSet).toList();
        if (!set.isEmpty()) {
            terminal.note("Still set, and used by requests: " + String.join(", ", set));
        }
    }

    private Optional<StoredCredentials> load(TokenStore store, String name) {
        try {
            return store.load(name);
        } catch (TokenStoreException e) {
            terminal.note("Warning: " + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean revokeStored(TokenStore store, Account account) {
        return load(store, account.name()).map(StoredCredentials::tokens).filter(tokens -> revoke(account, tokens))
                .isPresent();
    }

    /** What cannot be revoked is forgotten nevertheless. */
    private boolean revoke(Account account, OAuthTokens tokens) {
        try {
            return account.server().revoke(tokens);
        } catch (ClaudeException | ConfigurationException e) {
            terminal.note("Warning: " + e.getMessage());
            return false;
        }
    }

    private boolean remove(TokenStore store, Account account) {
        try {
            return store.remove(account.name());
        } catch (TokenStoreException e) {
            if (store.description().equals(account.store().description())) {
                throw e;
            }
            return false;
        }
    }

    private boolean isSet(String variable) {
        return config.getOptionalValue(variable, String.class).filter(value -> !value.isBlank()).isPresent();
    }
}

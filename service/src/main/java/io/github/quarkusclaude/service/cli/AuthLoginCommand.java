package io.github.quarkusclaude.service.cli;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.ApiKey;
import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.auth.AuthStatus;
import io.github.quarkusclaude.auth.StoredCredentials;
import io.github.quarkusclaude.auth.TokenStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code auth login}: stores a key, or lets a person sign in. */
@Command(name = "login", description = "Stores an API key, or lets you sign in and stores what that yields.", mixinStandardHelpOptions = true, versionProvider = Version.class)
class AuthLoginCommand implements Runnable {

    private final Accounts accounts;
    private final Login login;
    private final Prompt prompt;
    private final Terminal terminal;
    private final AuthPrinter printer;
    private final CredentialOptions credential;

    @Mixin
    AuthOptions options;

    @Nullable
    @Option(names = "--method", paramLabel = "METHOD", description = "api-key stores a key you type or pipe in (the default); oauth lets you sign in; create-api-key lets you sign in and creates a key, which is paid for per token.")
    LoginMethod method;

    @Option(names = "--no-browser", description = "Print the address to open anywhere, and read the code it shows at the end.")
    boolean noBrowser;

    @Option(names = "--non-interactive", description = "Ask nothing: read the key from ANTHROPIC_API_KEY, and replace what is stored.")
    boolean nonInteractive;

    @Option(names = "--timeout", paramLabel = "DURATION", defaultValue = "5m", converter = DurationConverter.class, description = "How long to wait for the browser: 5m by default.")
    Duration timeout;

    AuthLoginCommand(Accounts accounts, Login login, Prompt prompt, Terminal terminal, AuthPrinter printer,
            CredentialOptions credential) {
        this.accounts = accounts;
        this.login = login;
        this.prompt = prompt;
        this.terminal = terminal;
        this.printer = printer;
        this.credential = credential;
    }

    @Override
    public void run() {
        Login.Way way = new Login.Way(method(), !noBrowser, !nonInteractive, timeout);
        Account account = accounts.account();
        login.expectPossible(account, way.method());
        if (isKept(account)) {
            terminal.note("Nothing was changed.");
            return;
        }
        StoredCredentials stored = login.login(account, way);
        TokenStore store = account.store();
        AuthStatus status = account.status();
        printer.printDone("Logged in. The login is in " + store.description() + ".", status, options);
        warnIfUnused(stored, store, status);
    }

    private LoginMethod method() {
        if (method != null) {
            return method;
        }
        AuthMethod wanted = credential.method();
        if (wanted != null) {
            return chosen(wanted.id());
        }
        if (nonInteractive || !prompt.isPossible()) {
            return LoginMethod.API_KEY;
        }
        String answer = prompt.ask("How do you want to log in: api-key, oauth or create-api-key? [api-key]");
        return answer.isEmpty() ? LoginMethod.API_KEY : chosen(answer);
    }

    private static LoginMethod chosen(String name) {
        try {
            return new NamedChoice<>("method", LoginMethod.class).convert(name);
        } catch (TypeConversionException e) {
            throw new UsageException("One cannot log in like this: " + e.getMessage());
        }
    }

    /** Whether there is a login that the person wants to keep. One that cannot be read is an error: it would be lost. */
    private boolean isKept(Account account) {
        Optional<StoredCredentials> old = account.store().load(account.name());
        if (old.isEmpty() || nonInteractive || !prompt.isPossible()) {
            return false;
        }
        terminal.note("You are logged in already: " + masked(old.get()) + " in " + account.store().description() + ".");
        return !prompt.confirm("Replace it?");
    }

    private static String masked(StoredCredentials login) {
        return login.tokens() == null ? "API key " + ApiKey.mask(Objects.requireNonNull(login.apiKey()))
                : "OAuth token " + ApiKey.mask(login.tokens().accessToken());
    }

    private void warnIfUnused(StoredCredentials stored, TokenStore store, AuthStatus status) {
        AuthMethod method = stored.tokens() == null ? AuthMethod.API_KEY : AuthMethod.OAUTH;
        if (!status.source().equals(store.description())) {
            terminal.note("Requests are sent with the credential from " + status.source() + " nevertheless. Remove that, or set"
                    + " ANTHROPIC_AUTH_METHOD=" + method.id() + " if it is of another method.");
        }
    }
}

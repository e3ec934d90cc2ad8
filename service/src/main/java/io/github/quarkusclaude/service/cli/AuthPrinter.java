package io.github.quarkusclaude.service.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.auth.AuthStatus;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.github.quarkusclaude.json.RawJson;

/** Prints what is known about a credential, which is never the credential itself. */
@Singleton
class AuthPrinter {

    private static final String PROVIDER = NamedChoice.name(LoginProvider.ANTHROPIC);

    private final Terminal terminal;

    AuthPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints the state of all providers: a table, or an array. */
    void printStatus(AuthStatus status, FormatOptions options) {
        if (options.isJson()) {
            terminal.println(RawJson.from(List.of(fields(status))).toString());
        } else if (status.method() == null) {
            terminal.print(table("not logged in", status).toString());
        } else {
            terminal.print(table(status.method().id(), status).toString());
        }
    }

    /** Prints the state of one provider after something was done. */
    void printDone(String what, AuthStatus status, FormatOptions options) {
        if (options.isJson()) {
            terminal.println(RawJson.from(fields(status)).toString());
        } else {
            terminal.println(what);
            terminal.print(table(String.valueOf(method(status.method())), status).toString());
        }
    }

    /** Prints some facts. */
    void printFacts(String sentence, Map<String, Object> facts, FormatOptions options) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("provider", PROVIDER);
        fields.putAll(facts);
        terminal.println(options.isJson() ? RawJson.from(fields).toString() : sentence);
    }

    private static TextTable table(String method, AuthStatus status) {
        TextTable table = new TextTable();
        table.fact("provider", PROVIDER);
        table.fact("method", method);
        table.fact(status.method() == null ? "reason" : "source", status.source());
        table.fact("tier", tier(status.tier()));
        table.fact("expires at", status.expiresAt() == null ? null : status.expiresAt().toString());
        if (status.method() != null) {
            table.fact("needs refresh", status.needsRefresh() ? status.refreshable() ? "yes" : "yes: log in again" : "no");
        }
        table.fact("problem", status.lastFailure());
        return table;
    }

    private static Map<String, @Nullable Object> fields(AuthStatus status) {
        boolean isThere = status.method() != null;
        Instant expiresAt = status.expiresAt();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("provider", PROVIDER);
        fields.put("authenticated", isThere);
        fields.put("method", method(status.method()));
        fields.put("source", isThere ? status.source() : null);
        fields.put("tier", tier(status.tier()));
        fields.put("expiresAt", expiresAt == null ? null : expiresAt.toEpochMilli());
        fields.put("needsRefresh", status.needsRefresh());
        fields.put("refreshable", status.refreshable());
        fields.put("problem", isThere ? status.lastFailure() : status.source());
        return fields;
    }

    private static @Nullable String method(@Nullable AuthMethod method) {
        return method == null ? null : method.id();
    }

    private static @Nullable String tier(@Nullable SubscriptionTier tier) {
        return tier == null ? null : tier.id();
    }
}

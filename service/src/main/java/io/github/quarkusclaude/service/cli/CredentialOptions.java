package io.github.quarkusclaude.service.cli;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.quarkus.arc.Unremovable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** In the name of whom to ask: options of every command, stronger than variables and configuration. */
@Singleton
@Unremovable
class CredentialOptions {

    @Nullable
    @Option(names = { "-p",
            "--provider" }, paramLabel = "NAME", scope = ScopeType.INHERIT, description = "anthropic, or anthropic-subscription to use a login (--auth-method oauth).")
    Provider provider;

    @Nullable
    @Option(names = "--auth-method", paramLabel = "METHOD", scope = ScopeType.INHERIT, converter = AuthMethodConverter.class, description = "How to prove who asks: api-key, auth-token, oauth, profile or federation. Found out if absent.")
    AuthMethod authMethod;

    @Nullable
    @Option(names = "--subscription-tier", paramLabel = "TIER", scope = ScopeType.INHERIT, converter = ModelListOptions.TierConverter.class, description = "The tier of the account: free, pro, max, max_5, max_20 or api. Found out if absent.")
    SubscriptionTier tier;

    /** The method that was asked for, if any. */
    @Nullable
    AuthMethod method() {
        if (provider != Provider.ANTHROPIC_SUBSCRIPTION) {
            return authMethod;
        }
        if (authMethod != null && authMethod != AuthMethod.OAUTH) {
            throw new UsageException("--provider anthropic-subscription asks with a login; leave out --auth-method "
                    + authMethod.id() + ", or take --provider anthropic");
        }
        return AuthMethod.OAUTH;
    }
}

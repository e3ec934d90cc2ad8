package io.github.quarkusclaude.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Says which identity tokens a simulator trusts, and what they yield. Every method returns these options. */
public final class FederationOptions {

    private static final long SHORTEST = 60;
    private static final long LONGEST = 86_400;

    private final List<String> workspaces = new ArrayList<>();
    private Set<String> scopes = Set.of("workspace:developer");
    private String audience = "https://api.anthropic.com";
    private @Nullable String subject;
    private Duration tokenLifetime = Duration.ofHours(1);

    FederationOptions() {
    }

    /** What identity tokens must be made for; {@code https://api.anthropic.com} by default. */
    public FederationOptions audience(String audience) {
        this.audience = Objects.requireNonNull(audience, "audience");
        return this;
    }

    /** Whom identity tokens must be about; anybody by default. */
    public FederationOptions subject(String subject) {
        this.subject = Objects.requireNonNull(subject, "subject");
        return this;
    }

    /** A workspace that can be opened, {@code wrkspc_…}; can be called again. Without any there is one. */
    public FederationOptions workspace(String id) {
        workspaces.add(Objects.requireNonNull(id, "id"));
        return this;
    }

    /** What access tokens may be used for; {@code workspace:developer} by default. */
    public FederationOptions scopes(String... scopes) {
        this.scopes = new LinkedHashSet<>(List.of(scopes));
        return this;
    }

    /** How long access tokens are valid at most, from 60 seconds to 24 hours; 1 hour by default. */
    public FederationOptions tokenLifetime(Duration lifetime) {
        if (lifetime.toSeconds() < SHORTEST || lifetime.toSeconds() > LONGEST) {
            throw new IllegalArgumentException("A lifetime must be from " + SHORTEST + " to " + LONGEST + " seconds");
        }
        this.tokenLifetime = lifetime;
        return this;
    }

    FederationRule rule(Identifiers identifiers) {
        List<String> opened = workspaces.isEmpty() ? List.of(identifiers.workspace()) : List.copyOf(workspaces);
        return new FederationRule(identifiers.federationRule(), identifiers.organization(), identifiers.serviceAccount(),
                opened, audience, Optional.ofNullable(subject), tokenLifetime, scopes);
    }
}

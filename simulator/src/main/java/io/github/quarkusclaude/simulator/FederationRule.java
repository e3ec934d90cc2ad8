package io.github.quarkusclaude.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule of workload identity federation: which identity tokens are exchanged for access tokens.
 *
 * @param id {@code fdrl_…}
 * @param organizationId a UUID, the same that answers name in {@code anthropic-organization-id}
 * @param serviceAccountId whom tokens are for, {@code svac_…}; clients may leave it out
 * @param workspaceIds what a token can open, the first being the default workspace; clients must choose if there are several
 * @param audience what an identity token must be made for
 * @param subject whom an identity token must be about; empty for anybody
 * @param tokenLifetime how long access tokens are valid at most
 * @param scopes what access tokens may be used for
 */
public record FederationRule(String id, String organizationId, String serviceAccountId, List<String> workspaceIds,
        String audience, Optional<String> subject, Duration tokenLifetime, Set<String> scopes) {
}

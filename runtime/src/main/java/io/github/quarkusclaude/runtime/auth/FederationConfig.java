package io.github.quarkusclaude.runtime.auth;

import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/**
 * Workload identity federation: a token of the platform the application runs on is exchanged for one of the API.
 */
@ConfigGroup
public interface FederationConfig {

    /**
     * The federation rule, `fdrl_...`.
     */
    @WithDefault("${ANTHROPIC_FEDERATION_RULE_ID:}")
    @ConfigDocDefault("${ANTHROPIC_FEDERATION_RULE_ID}")
    Optional<String> ruleId();

    /**
     * The organization, a UUID.
     */
    @WithDefault("${ANTHROPIC_ORGANIZATION_ID:}")
    @ConfigDocDefault("${ANTHROPIC_ORGANIZATION_ID}")
    Optional<String> organizationId();

    /**
     * Who the application acts as, `svac_...`.
     */
    @WithDefault("${ANTHROPIC_SERVICE_ACCOUNT_ID:}")
    @ConfigDocDefault("${ANTHROPIC_SERVICE_ACCOUNT_ID}, or the rule's")
    Optional<String> serviceAccountId();

    /**
     * The workspace, `wrkspc_...` or `default`. Needed if the rule is for several.
     */
    @WithDefault("${ANTHROPIC_WORKSPACE_ID:}")
    @ConfigDocDefault("${ANTHROPIC_WORKSPACE_ID}, or the rule's")
    Optional<String> workspaceId();

    /**
     * The file in which the platform keeps its token. It is read for every exchange.
     */
    @WithDefault("${ANTHROPIC_IDENTITY_TOKEN_FILE:}")
    @ConfigDocDefault("${ANTHROPIC_IDENTITY_TOKEN_FILE}")
    Optional<String> identityTokenFile();

    /**
     * The platform's token itself. Not used if there is a file.
     */
    @WithDefault("${ANTHROPIC_IDENTITY_TOKEN:}")
    @ConfigDocDefault("${ANTHROPIC_IDENTITY_TOKEN}")
    Optional<String> identityToken();
}

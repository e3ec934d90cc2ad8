package io.github.quarkusclaude.auth;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What workload identity federation is set up with. Blank texts are taken for absent ones. {@link #toString()} does not show
 * the identity token.
 *
 * @param ruleId the federation rule, {@code fdrl_…}
 * @param organizationId the organization, a UUID
 * @param serviceAccountId who the workload acts as, {@code svac_…}; the rule's if absent
 * @param workspaceId the workspace, {@code wrkspc_…} or {@code default}; the rule's if absent
 * @param identityTokenFile where the platform puts its token
 * @param identityToken that token itself; not used if there is a file
 */
public record FederationSettings(@Nullable String ruleId, @Nullable String organizationId, @Nullable String serviceAccountId,
        @Nullable String workspaceId, @Nullable Path identityTokenFile, @Nullable String identityToken) {

    /** Nothing is set up. */
    public static final FederationSettings NONE = new FederationSettings(null, null, null, null, null, null);

    public FederationSettings {
        ruleId = orNull(ruleId);
        organizationId = orNull(organizationId);
        serviceAccountId = orNull(serviceAccountId);
        workspaceId = orNull(workspaceId);
        identityToken = orNull(identityToken);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** What environment variables say. */
    public static FederationSettings of(Map<String, String> environment) {
        String file = orNull(environment.get("ANTHROPIC_IDENTITY_TOKEN_FILE"));
        return new FederationSettings(environment.get("ANTHROPIC_FEDERATION_RULE_ID"),
                environment.get("ANTHROPIC_ORGANIZATION_ID"), environment.get("ANTHROPIC_SERVICE_ACCOUNT_ID"),
                environment.get("ANTHROPIC_WORKSPACE_ID"), file == null ? null : Path.of(file),
                environment.get("ANTHROPIC_IDENTITY_TOKEN"));
    }

    /** These settings, and what they lack from others. */
    public FederationSettings orElse(FederationSettings other) {
        boolean hasToken = identityTokenFile != null || identityToken != null;
        return new FederationSettings(ruleId == null ? other.ruleId : ruleId,
                organizationId == null ? other.organizationId : organizationId,
                serviceAccountId == null ? other.serviceAccountId : serviceAccountId,
                workspaceId == null ? other.workspaceId : workspaceId,
                hasToken ? identityTokenFile : other.identityTokenFile, hasToken ? identityToken : other.identityToken);
    }

    /** Whether this is enough to ask for an access token. */
    public boolean isComplete() {
        return missing().isEmpty();
    }

    /** The environment variables by which what is missing can be set. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (ruleId == null) {
            missing.add("ANTHROPIC_FEDERATION_RULE_ID");
        }
        if (organizationId == null) {
            missing.add("ANTHROPIC_ORGANIZATION_ID");
        }
        if (identityTokenFile == null && identityToken == null) {
            missing.add("ANTHROPIC_IDENTITY_TOKEN_FILE");
        }
        return missing;
    }

    @Override
    public String toString() {
        return "FederationSettings[ruleId=" + ruleId + ", organizationId=" + organizationId + ", serviceAccountId="
                + serviceAccountId + ", workspaceId=" + workspaceId + ", identityTokenFile=" + identityTokenFile + "]";
    }
}

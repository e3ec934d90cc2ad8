package io.github.quarkusclaude.auth;

import org.jspecify.annotations.Nullable;

/**
 * Whose login it is that tokens are stored for.
 *
 * @param purpose what refreshing its tokens is called, and what a person can do when that is refused
 * @param refreshedElsewhere whether another program refreshes the tokens if this one cannot
 * @param workspaceId the workspace requests name; absent if the tokens belong to one
 */
record LoginKind(OAuthPurpose purpose, boolean refreshedElsewhere, @Nullable String workspaceId) {

    /** A login of this program. */
    static final LoginKind OWN = new LoginKind(OAuthPurpose.REFRESH, false, null);

    /** A login that another program has made. */
    static LoginKind ofProfile(@Nullable String workspaceId) {
        return new LoginKind(OAuthPurpose.PROFILE_REFRESH, true, workspaceId);
    }
}

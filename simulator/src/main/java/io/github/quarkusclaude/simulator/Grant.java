package io.github.quarkusclaude.simulator;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has allowed a client. All tokens that come from one sign-in share its id.
 *
 * @param clientId who may refresh the tokens; empty if nobody may
 * @param account whose it is: an e-mail address or the id of a service account
 * @param workspace the only workspace it opens, if there is one
 */
record Grant(String id, String clientId, String account, Set<String> scopes, @Nullable String workspace) {

    Grant limitedTo(Set<String> fewer) {
        return fewer.isEmpty() ? this : new Grant(id, clientId, account, fewer, workspace);
    }
}

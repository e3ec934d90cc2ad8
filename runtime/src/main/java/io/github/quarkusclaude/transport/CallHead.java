package io.github.quarkusclaude.transport;

import jakarta.ws.rs.HeaderParam;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.Credential;

/**
 * The headers of a call that {@link ClaudeApi} makes which differ from call to call.
 */
public final class CallHead {

    @HeaderParam(RequestHead.VERSION)
    final String version;

    @Nullable
    @HeaderParam(RequestHead.BETA)
    final String betas;

    @Nullable
    @HeaderParam(RequestHead.AUTHORIZATION)
    final String authorization;

    @Nullable
    @HeaderParam(RequestHead.API_KEY)
    final String apiKey;

    @Nullable
    @HeaderParam(RequestHead.WORKSPACE)
    final String workspaceId;

    CallHead(String version, @Nullable String betas, Credential credential) {
        this.version = version;
        this.betas = betas;
        this.authorization = credential.header().equals(RequestHead.AUTHORIZATION) ? credential.headerValue() : null;
        this.apiKey = credential.header().equals(RequestHead.API_KEY) ? credential.headerValue() : null;
        this.workspaceId = credential.workspaceId();
    }

    /** Without the credential. */
    @Override
    public String toString() {
        return "CallHead[version=" + version + ", betas=" + betas + "]";
    }
}

package io.github.quarkusclaude.service.cli;

import io.github.quarkusclaude.simulator.ClaudeSimulator;

/** What tells the program where a simulator is, and who the program is there. */
final class LoginServer {

    private LoginServer() {
    }

    static Program configure(Program program, ClaudeSimulator server) {
        return program.with("ANTHROPIC_BASE_URL", server.baseUrl())
                .with("QUARKUS_CLAUDE_OAUTH_CLIENT_ID", server.oauth().clientId())
                .with("QUARKUS_CLAUDE_OAUTH_AUTHORIZE_URL", server.baseUrl() + "/oauth/authorize")
                .with("QUARKUS_CLAUDE_OAUTH_CREATE_KEY_AUTHORIZE_URL", server.baseUrl() + "/oauth/authorize")
                .with("QUARKUS_CLAUDE_OAUTH_TOKEN_URL", server.baseUrl() + "/v1/oauth/token")
                .with("QUARKUS_CLAUDE_OAUTH_REDIRECT_URI", server.baseUrl() + "/oauth/code/callback");
    }
}

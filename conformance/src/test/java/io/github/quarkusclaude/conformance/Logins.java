package io.github.quarkusclaude.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.IssuedTokens;
import io.github.quarkusclaude.simulator.RecordedRequest;

/** Logins as the guide stores them, and the server they are made at. */
final class Logins {

    static final String TOKEN_CALL = "/v1/oauth/token";

    private Logins() {
    }

    /** A program whose default client, and clients with these names, have a file for a login each. */
    static Program configure(Program program, ClaudeSimulator server, String... clients) {
        Program configured = program.without("ANTHROPIC_API_KEY")
                .with("QUARKUS_CLAUDE_OAUTH_CLIENT_ID", server.oauth().clientId())
                .with("QUARKUS_CLAUDE_OAUTH_AUTHORIZE_URL", server.baseUrl() + "/oauth/authorize")
                .with("QUARKUS_CLAUDE_OAUTH_TOKEN_URL", server.baseUrl() + TOKEN_CALL)
                .with("QUARKUS_CLAUDE_OAUTH_REDIRECT_URI", server.baseUrl() + "/oauth/code/callback")
                // nothing happens in the background
                .with("QUARKUS_CLAUDE_OAUTH_REFRESH_EVERY", "off");
        for (String client : clients) {
            String prefix = "quarkus.claude.\"" + client + "\".";
            configured = configured.property(prefix + "credentials-file", file(program, client).toString())
                    .property(prefix + "oauth.client-id", server.oauth().clientId())
                    .property(prefix + "oauth.token-url", server.baseUrl() + TOKEN_CALL);
        }
        return configured;
    }

    /** Where the login of a client is. */
    static Path file(Program program, String client) {
        return program.home().resolve(client + ".json");
    }

    static Path write(Path file, IssuedTokens tokens, Instant expiresAt) {
        return write(file,
                login(tokens.accessToken(), tokens.refreshToken().orElse(null), expiresAt.toEpochMilli()).toString());
    }

    /** The guide's example, with fields that nobody knows. */
    static ObjectNode login(String accessToken, @Nullable String refreshToken, Object expiresAt) {
        return Api.object("type", "oauth", "oauth",
                Api.object("accessToken", accessToken, "refreshToken", refreshToken, "expiresAt", expiresAt, "tokenType",
                        "Bearer",
                        "flavour", "sweet"),
                "provider", "anthropic", "createdAt", 1_740_000_000_000L, "updatedAt", 1_740_000_000_001L, "note", "mine");
    }

    static Path write(Path file, String content) {
        return write(file, content, StandardCharsets.ISO_8859_1);
    }

    static Path write(Path file, String content, Charset charset) {
        try {
            Files.createDirectories(file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(file, content, charset);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        return Api.json(text(file));
    }

    static String text(Path file) {
        return text(file, StandardCharsets.ISO_8859_1);
    }

    static String text(Path file, Charset charset) {
        try {
            return Files.readString(file, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The token of a request, which has no key beside it. */
    static String bearer(RecordedRequest request) {
        if (request.header("x-api-key").isPresent()) {
            throw new AssertionError("There is a key beside the token");
        }
        return request.header("authorization").orElseThrow().replaceFirst("^Bearer ", "");
    }

    /** The requests that are not for tokens. */
    static List<RecordedRequest> apiRequests(ClaudeSimulator server) {
        return server.requests().stream().filter(request -> !request.path().equals(TOKEN_CALL)).toList();
    }
}

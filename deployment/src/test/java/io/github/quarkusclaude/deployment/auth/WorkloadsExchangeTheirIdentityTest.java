package io.github.quarkusclaude.deployment.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.auth.AuthEvent;
import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.quarkus.test.QuarkusUnitTest;

/** Federation is set up by the official variables or by properties, and goes on while everything it rests on changes. */
class WorkloadsExchangeTheirIdentityTest extends AuthTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application("federation")
            .overrideRuntimeConfigKey("ANTHROPIC_BASE_URL", "${simulator.url}")
            .overrideRuntimeConfigKey("ANTHROPIC_FEDERATION_RULE_ID", "${simulator.rule}")
            .overrideRuntimeConfigKey("ANTHROPIC_ORGANIZATION_ID", "${simulator.organization}")
            .overrideRuntimeConfigKey("ANTHROPIC_IDENTITY_TOKEN_FILE", "${simulator.directory}/identity-token")
            .overrideRuntimeConfigKey("quarkus.claude.\"own\".auth-method", "federation")
            .overrideRuntimeConfigKey("quarkus.claude.\"own\".federation.service-account-id", "${simulator.service-account}")
            .overrideRuntimeConfigKey("quarkus.claude.\"own\".federation.identity-token-file",
                    "${simulator.directory}/own-identity-token")
            .overrideRuntimeConfigKey("quarkus.claude.\"emptied\".federation.identity-token-file",
                    "${simulator.directory}/emptied-identity-token");

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final int ROTATIONS = 5;

    @BeforeEach
    void proveIdentity() throws IOException {
        for (String file : List.of("identity-token", "own-identity-token", "emptied-identity-token")) {
            Files.writeString(directory.resolve(file), simulator.issuer().token() + "\n");
        }
    }

    @Test
    void byVariablesAndByProperties() {
        for (String name : List.of("<default>", "own")) {
            simulator.reset();
            clients.client(name).generate("Hello");

            assertThat(auth.status(name).method()).isEqualTo(AuthMethod.FEDERATION);
            RecordedRequest exchange = simulator.requests().get(0);
            assertThat(exchange.path()).isEqualTo(TOKEN_CALL);
            assertThat(exchange.header("authorization")).isEmpty();
            assertThat(exchange.body().path("grant_type").asText()).isEqualTo(JWT_BEARER);
            assertThat(exchange.body().path("service_account_id").asText())
                    .isEqualTo(name.equals("own") ? simulator.federationRule().serviceAccountId() : "");
            assertThat(apiRequests()).hasSize(1).allSatisfy(request -> {
                assertThat(simulator.oauth().isValid(bearer(request))).isTrue();
                assertThat(request.header("anthropic-beta").orElse("")).contains("oauth-2025-04-20");
                // the token belongs to a workspace
                assertThat(request.header("anthropic-workspace-id")).isEmpty();
            });
        }
    }

    @Test
    void noRequestFailsWhileIdentityTokensAndSigningKeysAreReplaced() throws Exception {
        ClaudeClient claude = clients.client("rotating");
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(callers.submit(() -> {
                    int made = 0;
                    while (!over.get()) {
                        assertThat(claude.generate("What is 6 * 7?").text()).contains("42");
                        made++;
                    }
                    return made;
                }));
            }
            for (int i = 0; i < ROTATIONS; i++) {
                simulator.issuer().rotateKey();
                replace(directory.resolve("identity-token"), simulator.issuer().token());
                // the first exchange may have begun before
                events.next(AuthEvent.Refreshed.class);
                events.next(AuthEvent.Refreshed.class);
                simulator.issuer().dropOldKeys();
            }
            over.set(true);
            for (Future<Integer> call : calls) {
                assertThat(call.get(30, TimeUnit.SECONDS)).isPositive();
            }
        } finally {
            over.set(true);
            callers.shutdownNow();
        }
        Set<String> used = new HashSet<>();
        apiRequests().forEach(request -> used.add(bearer(request)));
        assertThat(used).hasSizeGreaterThan(ROTATIONS);
        assertThat(simulator.oauth().tokenCalls(JWT_BEARER)).isGreaterThan(ROTATIONS);
        assertThat(simulator.oauth().tokenCalls()).allMatch(call -> call.error().isEmpty());
    }

    @Test
    void aFileThatIsEmptyForAMomentIsNoReasonToFail() throws IOException {
        ClaudeClient claude = clients.client("emptied");
        claude.generate("Hello");
        events.clear();
        Files.writeString(directory.resolve("emptied-identity-token"), "");

        assertThat(claude.generate("What is 6 * 7?").text()).contains("42");
        assertThat(events.next(AuthEvent.RefreshFailed.class).reason()).contains("emptied-identity-token", "is empty");
        assertThat(claude.generate("What is 6 * 7?").text()).contains("42");
    }

    private static void replace(Path file, String content) throws IOException {
        Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), content);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

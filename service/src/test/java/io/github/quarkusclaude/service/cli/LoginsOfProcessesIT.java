package io.github.quarkusclaude.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Fault;
import io.github.quarkusclaude.simulator.IssuedTokens;

/**
 * Programs that share a login, each a process of its own: the native executable if there is one. All of what they write and
 * log, as much as is built in, is looked through for secrets.
 */
@Timeout(120)
class LoginsOfProcessesIT {

    private static final Pattern AUTHORIZE_URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/oauth/authorize\\S+");

    @TempDir
    Path home;

    private ClaudeSimulator server;
    private final List<Run> runs = new ArrayList<>();
    private final Set<String> secrets = new HashSet<>();

    /** A process, and what it has written to standard error, which is read all the time. */
    private record Run(Process process, CompletableFuture<String> errors) {

        String output() throws IOException {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void startServer() {
        server = ClaudeSimulator.builder().start();
    }

    @AfterEach
    void stop() {
        runs.forEach(run -> run.process().destroyForcibly());
        server.close();
    }

    @Test
    void processesThatShareAnExpiredLoginRefreshItOnce() throws Exception {
        IssuedTokens tokens = server.oauth().issue();
        server.oauth().expire(tokens.accessToken());
        Path file = store(tokens, Instant.now().minusSeconds(60));
        // the first refresh takes so long that the others want one as well
        server.fault(Fault.of(Fault.Kind.SLOW, 3000));

        for (int i = 0; i < 2; i++) {
            start("generate", "What is 6 * 7?");
        }
        for (Run run : runs) {
            assertThat(run.output()).contains("42");
            assertThat(run.process().waitFor()).isZero();
        }

        assertThat(server.oauth().tokenCalls("refresh_token")).isOne();
        assertThat(server.oauth().tokenCalls()).hasSize(1);
        assertThat(Files.readString(file)).doesNotContain(tokens.accessToken());
        expectNoSecrets();
    }

    @Test
    void fromLoginToLogoutNoSecretIsWrittenAnywhereButIntoTheFile() throws Exception {
        Run login = start("auth", "login", "--method", "oauth", "--no-browser");
        String code = codeFor(login);
        secrets.add(code);
        try (OutputStream in = login.process().getOutputStream()) {
            in.write((code + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(login.output()).doesNotContain(code);
        assertThat(login.process().waitFor()).isZero();
        Path file = home.resolve("login.json");
        assertThat(Files.readString(file)).contains("sk-ant-oat01-");

        assertThat(run("generate", "What is 6 * 7?")).contains("42");
        assertThat(run("stream", "What is 6 * 7?")).contains("42");
        assertThat(run("auth", "status")).contains("oauth", file.toString());
        assertThat(run("auth", "status", "--format", "json")).startsWith("[{");
        assertThat(run("auth", "refresh")).isNotBlank();
        assertThat(server.oauth().tokenCalls("refresh_token")).isOne();
        run("auth", "logout");
        assertThat(file).doesNotExist();

        server.requests().forEach(request -> {
            for (String field : List.of("code", "code_verifier", "refresh_token", "token")) {
                String value = request.body().path(field).asText();
                if (!value.isEmpty()) {
                    secrets.add(value);
                }
            }
        });
        assertThat(secrets).as("the code, its verifier and the tokens").hasSizeGreaterThan(3);
        expectNoSecrets();
    }

    /** What a person who opens the address the program shows is told to paste. */
    private String codeFor(Run login) throws IOException {
        StringBuilder shown = new StringBuilder();
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(login.process().getErrorStream(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            shown.append(line).append('\n');
            Matcher address = AUTHORIZE_URL.matcher(line);
            if (address.find()) {
                URI back = server.oauth().authorize(URI.create(address.group()));
                Matcher code = Pattern.compile("code=([^&]+).*state=([^&]+)").matcher(back.getRawQuery());
                assertThat(code.find()).isTrue();
                CompletableFuture.runAsync(() -> reader.lines().forEach(rest -> shown.append(rest).append('\n')))
                        .thenRun(() -> login.errors().complete(shown.toString()));
                return code.group(1) + "#" + code.group(2);
            }
        }
        throw new AssertionError("No address was shown: " + shown);
    }

    private void expectNoSecrets() {
        secrets.addAll(server.oauth().secrets());
        assertThat(runs).allSatisfy(run -> {
            String log = run.errors().join();
            assertThat(log).as("a log").contains("DEBUG");
            assertThat(secrets).as("secrets that were logged").noneMatch(log::contains);
        });
    }

    private Path store(IssuedTokens tokens, Instant expiresAt) throws IOException {
        return Files.writeString(home.resolve("login.json"), """
                {"type": "oauth", "provider": "anthropic", "oauth": {"accessToken": "%s", "refreshToken": "%s",
                 "expiresAt": %d, "tokenType": "Bearer"}}""".formatted(tokens.accessToken(),
                tokens.refreshToken().orElseThrow(), expiresAt.toEpochMilli()));
    }

    private String run(String... arguments) throws Exception {
        Run run = start(arguments);
        run.process().getOutputStream().close();
        String output = run.output();
        assertThat(run.process().waitFor()).as(run.errors().join()).isZero();
        assertThat(secretsNow()).noneMatch(output::contains);
        return output;
    }

    private List<String> secretsNow() {
        return server.oauth().secrets();
    }

    private Run start(String... arguments) throws IOException {
        Path executable = Path.of(System.getProperty("native.image.path", "none"));
        List<String> command = new ArrayList<>(Files.isExecutable(executable) ? List.of(executable.toString())
                : List.of(ProcessHandle.current().info().command().orElse("java"), "-jar",
                        "target/quarkus-app/quarkus-run.jar"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("ANTHROPIC_") || name.startsWith("QUARKUS_"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("ANTHROPIC_BASE_URL", server.baseUrl());
        builder.environment().put("ANTHROPIC_OAUTH_CLIENT_ID", server.oauth().clientId());
        builder.environment().put("ANTHROPIC_OAUTH_REDIRECT_URI", server.baseUrl() + "/oauth/code/callback");
        builder.environment().put("QUARKUS_CLAUDE_CREDENTIALS_FILE", home.resolve("login.json").toString());
        builder.environment().put("QUARKUS_CLAUDE_OAUTH_AUTHORIZE_URL", server.baseUrl() + "/oauth/authorize");
        builder.environment().put("QUARKUS_CLAUDE_OAUTH_TOKEN_URL", server.baseUrl() + "/v1/oauth/token");
        builder.environment().put("QUARKUS_CLAUDE_OAUTH_REVOKE_URL", server.baseUrl() + "/v1/oauth/revoke");
        // the finest level that is built in
        builder.environment().put("QUARKUS_LOG_LEVEL", "ALL");
        Process process = builder.start();
        boolean isRead = List.of(arguments).contains("login");
        Run run = new Run(process, isRead ? new CompletableFuture<>() : CompletableFuture.supplyAsync(() -> {
            try {
                return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }));
        runs.add(run);
        return run;
    }
}

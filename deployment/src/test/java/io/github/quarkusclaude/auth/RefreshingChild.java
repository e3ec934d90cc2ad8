package io.github.quarkusclaude.auth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

import io.github.quarkusclaude.transport.OAuthCalls;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

/** Another process that refreshes a stored login once, when it is told to. */
final class RefreshingChild {

    private final Process process;
    private final BufferedReader output;

    private RefreshingChild(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static RefreshingChild start(Path file, String baseUrl) {
        try {
            return new RefreshingChild(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx96m", "-cp", System.getProperty("java.class.path"),
                    RefreshingChild.class.getName(), file.toString(), baseUrl)
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The child has read the old token. */
    void awaitReady() throws IOException {
        if (!"ready".equals(output.readLine())) {
            throw new IllegalStateException("The process did not start");
        }
    }

    void begin() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the child uses after it has refreshed. */
    String token() throws IOException {
        return String.valueOf(output.readLine());
    }

    void stop() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        Vertx vertx = Vertx.vertx();
        OAuthCalls http = new OAuthCalls(vertx, new HttpClientOptions());
        OAuthServer server = new OAuthServer(
                OAuthAgainstTheSimulatorTest.settings(arguments[1], OAuthSettings.BodyFormat.JSON), http, Clock.systemUTC());
        LoginTokens login = new LoginTokens(new CredentialsFile(Path.of(arguments[0]), Clock.systemUTC()), "anthropic", server,
                Clock.systemUTC(), LoginKind.OWN);
        AccessToken old = login.stored();
        System.out.println("ready");
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        System.out.println(login.renew(old).value());
        System.exit(0);
    }
}

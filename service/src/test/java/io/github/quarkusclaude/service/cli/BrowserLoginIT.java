package io.github.quarkusclaude.service.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.quarkusclaude.service.cli.Program.Outcome;
import io.github.quarkusclaude.service.cli.Program.Running;
import io.github.quarkusclaude.simulator.ClaudeSimulator;

/** A person signs in with a real browser. */
@Timeout(120)
class BrowserLoginIT {

    private static final String[] LOGIN = { "auth", "login", "--method", "oauth" };

    @TempDir
    Path home;

    @TempDir
    Path profile;

    private ClaudeSimulator server;
    private Program program;
    private Running running;
    private Chromium browser;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Chromium.program().isPresent() && Chromium.driverProgram().isPresent(),
                "Chromium and its driver are not installed (Debian: chromium, chromium-driver)");
        server = ClaudeSimulator.builder().start();
        program = LoginServer.configure(new Program(home), server);
        browser = new Chromium(profile);
    }

    @AfterEach
    void stop() throws Exception {
        if (running != null) {
            running.stop();
        }
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void whoSignsInAndConsentsIsLoggedIn() throws Exception {
        signIn(startLogin(LOGIN));
        assertThat(browser.text("#scopes")).contains("user:profile", "user:inference");
        browser.click("#allow");

        assertThat(browser.text("#logged-in h1")).isEqualTo("Logged in");
        assertThat(running.outcome().exitCode()).isZero();
        assertThat(program.run("auth", "status").out()).contains("oauth", program.credentialsFile().toString());
        assertThat(program.run("generate", "What is 6 * 7?").out()).contains("42");
    }

    @Test
    void whoDeniesIsNotLoggedIn() throws Exception {
        signIn(startLogin(LOGIN));
        browser.click("#deny");

        assertThat(browser.text("#failed #detail")).contains("denied");
        assertRefused(running.outcome());
    }

    @Test
    void aPageOfAnotherLoginDoesNotLogIn() throws Exception {
        signIn(startLogin(LOGIN).replaceFirst("state=[^&]*", "state=of-another-login"));
        browser.click("#allow");

        assertThat(browser.text("#failed #detail")).contains("does not belong to this login");
        assertRefused(running.outcome());
    }

    @Test
    void aWindowThatIsClosedDoesNotLogIn() throws Exception {
        signIn(startLogin("auth", "login", "--method", "oauth", "--timeout", "5s"));
        browser.closeWindow();

        Outcome login = running.outcome();
        assertRefused(login);
        assertThat(login.err()).contains("Nobody has signed in");
    }

    @Test
    void theLastPageShowsACodeToWhoHasNoBrowserHere() throws Exception {
        signIn(startLogin("auth", "login", "--method", "oauth", "--no-browser"));
        browser.click("#allow");

        Outcome login = running.type(browser.text("#code") + "\n").outcome();

        assertThat(login.exitCode()).as(login.err()).isZero();
        assertThat(program.credentialsFile()).exists();
    }

    @Test
    void theSimulatorOfTheProgramLetsPeopleSignInAndKeepsNothing() throws Exception {
        signIn(startLogin("auth", "login", "--simulate", "--method", "oauth"));
        browser.click("#allow");

        assertThat(browser.text("#logged-in h1")).isEqualTo("Logged in");
        Outcome login = running.outcome();
        assertThat(login.exitCode()).as(login.err()).isZero();
        assertThat(login.err()).contains("This is the simulator");
        assertThat(login.out()).contains("oauth");
        assertThat(program.credentialsFile()).doesNotExist();
        assertThat(Path.of(login.out().replaceAll("(?s).*The login is in (\\S+)\\.\\n.*", "$1"))).isAbsolute()
                .doesNotExist();
    }

    @Test
    void theBrowserOfTheEnvironmentIsOpened() throws Exception {
        Path pipe = home.resolve("opened");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Path command = Files.writeString(home.resolve("browser"), "#!/bin/sh\nprintf '%s\\n' \"$2\" > " + pipe + "\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        program.with("BROWSER", "/no/such/browser:" + command + " --new-window %s");
        Process opened = new ProcessBuilder("cat", pipe.toString()).start();
        running = program.start(LOGIN);
        signIn(opened.inputReader().readLine());
        browser.click("#allow");

        assertThat(browser.text("#logged-in h1")).isEqualTo("Logged in");
        Outcome login = running.outcome();
        assertThat(login.exitCode()).isZero();
        assertThat(login.err()).contains("Sign in in your browser");
    }

    private String startLogin(String... arguments) throws Exception {
        running = program.start(arguments);
        return running.lineBeginningWith("http");
    }

    private void signIn(String page) throws Exception {
        browser.visit(page);
        browser.type("#email", "jane@example.com");
        browser.type("#password", "anything");
        browser.click("#submit");
        // what follows can be decided on this page only
        assertThat(browser.text("#account")).isEqualTo("jane@example.com");
    }

    private void assertRefused(Outcome login) {
        assertThat(login.exitCode()).isEqualTo(3);
        assertThat(program.credentialsFile()).doesNotExist();
        assertThat(server.oauth().tokenCalls()).isEmpty();
    }
}

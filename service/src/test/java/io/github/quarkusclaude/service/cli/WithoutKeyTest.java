package io.github.quarkusclaude.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;

/** A person who has not set an API key yet. */
@QuarkusMainTest
class WithoutKeyTest {

    @Test
    void theErrorSaysWhatToSet(QuarkusMainLauncher launcher) {
        LaunchResult result = launcher.launch("generate", "Hello");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.getOutput()).isEmpty();
        assertThat(result.getErrorOutput()).contains("quarkus.claude.api-key").contains("ANTHROPIC_API_KEY")
                .contains("--simulate");
    }

    @Test
    void theSimulatorNeedsNoKey(QuarkusMainLauncher launcher) {
        assertThat(launcher.launch("generate", "--simulate", "Hello").exitCode()).isZero();
    }
}

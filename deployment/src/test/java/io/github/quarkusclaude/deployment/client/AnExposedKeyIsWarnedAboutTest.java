package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.quarkus.test.QuarkusUnitTest;

class AnExposedKeyIsWarnedAboutTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.base-url", "http://gateway.example")
            .setLogRecordPredicate(record -> record.getLoggerName().startsWith("io.github.quarkusclaude")
                    && record.getLevel().intValue() >= Level.WARNING.intValue())
            .assertLogRecords(records -> assertThat(records).singleElement().satisfies(record -> {
                assertThat(record.getLevel().intValue()).isEqualTo(Level.WARNING.intValue());
                assertThat(record.getMessage() + java.util.Arrays.toString(record.getParameters()))
                        .contains("without encryption").contains("http://gateway.example").doesNotContain("sk-ant");
            }));

    @Inject
    ClaudeClient claude;

    @Test
    void theApplicationStarts() {
        assertThat(claude).isNotNull();
    }
}

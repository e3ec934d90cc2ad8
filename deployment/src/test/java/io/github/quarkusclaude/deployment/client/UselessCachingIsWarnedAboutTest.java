package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.LogRecord;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.message.CacheControl;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;

/** The API does not say when a prompt is too short to be cached; the client does, once for each model. */
class UselessCachingIsWarnedAboutTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .setLogRecordPredicate(record -> record.getLoggerName().startsWith("io.github.quarkusclaude"))
            .assertLogRecords(records -> assertThat(records).extracting(LogRecord::getMessage)
                    .filteredOn(message -> message.contains("nothing is cached")).singleElement().asString()
                    .contains("claude-opus-4-7", "2048"));

    @Inject
    ClaudeClients clients;

    @Test
    void onlyIfItIsCertain() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            for (int i = 0; i < 2; i++) {
                claude.generate(ask("claude-opus-4-7", "short"));
            }
            claude.generate(ask("claude-opus-4-8", "x".repeat(2_049)));
            claude.generate(ask("claude-sonnet-5-5", "short: but its minimum is not known"));

            assertThat(simulator.requests()).hasSize(4);
        }
    }

    private static MessageRequest ask(String model, String text) {
        return MessageRequest.builder().model(model).cacheControl(CacheControl.FIVE_MINUTES).user(text).build();
    }
}

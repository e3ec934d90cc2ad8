package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.message.InputMessage;
import io.quarkus.test.junit.QuarkusTest;

/** The examples about rules, thinking, betas and caching do what the guide says. */
@QuarkusTest
class EveryModelTest {

    @Inject
    EveryModel examples;

    @Test
    void oneRequestFitsThreeGenerations() {
        assertThat(examples.compare("What is 6 * 7?")).hasSize(3).allSatisfy(answer -> assertThat(answer).contains("42"));
        assertThat(examples.strict("What is 6 * 7?")).contains("claude-opus-5-5 does not take temperature");
    }

    @Test
    void modelsThink() {
        assertThat(examples.think("What is 6 * 7?").text()).contains("42");
        assertThat(examples.thinkExactly("What is 6 * 7?").text()).contains("42");
    }

    @Test
    void betasAndCachesAreUsed() {
        assertThat(examples.shortened("What is 6 * 7?").text()).contains("42");
        assertThat(examples.cached("Answer like a sailor. ".repeat(2_000), List.of(InputMessage.user("What is 6 * 7?"))).usage()
                .cacheCreationInputTokens()).isPositive();
    }
}

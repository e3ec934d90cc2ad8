package io.github.quarkusclaude.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.message.CacheCreation;
import io.github.quarkusclaude.message.OutputTokensDetails;
import io.github.quarkusclaude.message.ServerToolUsage;
import io.github.quarkusclaude.message.Usage;
import io.github.quarkusclaude.message.UsageIteration;

class JoinedUsageTest {

    @Test
    void everyCountIsTheSum() {
        Usage sum = JoinedUsage.of(usage(1), usage(10));

        assertThat(sum.inputTokens()).isEqualTo(11);
        assertThat(sum.cacheCreationInputTokens()).isEqualTo(22);
        assertThat(sum.cacheReadInputTokens()).isEqualTo(33);
        assertThat(sum.cacheCreation()).isEqualTo(new CacheCreation(44, 55, Map.of()));
        assertThat(sum.outputTokens()).isEqualTo(66);
        assertThat(sum.thinkingTokens()).isEqualTo(77);
        assertThat(sum.serverToolUse()).isEqualTo(new ServerToolUsage(88, 99, Map.of()));
        assertThat(sum.serviceTier()).isEqualTo("tier 10");
    }

    @Test
    void eachPartIsAnIteration() {
        Usage sum = JoinedUsage.of(JoinedUsage.of(usage(1), usage(10)), usage(100));

        assertThat(sum.iterations()).extracting(UsageIteration::inputTokens).containsExactly(1, 10, 100);
        assertThat(sum.iterations()).extracting(UsageIteration::outputTokens).containsExactly(6, 60, 600);
    }

    @Test
    void whatOnePartDoesNotTellIsThatOfTheOther() {
        Usage known = usage(1);

        assertThat(JoinedUsage.of(known, Usage.UNKNOWN).inputTokens()).isEqualTo(1);
        assertThat(JoinedUsage.of(Usage.of(1, 0, 0, 1), known).serverToolUse()).isEqualTo(known.serverToolUse());
        assertThat(JoinedUsage.of(Usage.UNKNOWN, known)).isEqualTo(known);
    }

    private static Usage usage(int unit) {
        return new Usage(unit, 2 * unit, 3 * unit, new CacheCreation(4 * unit, 5 * unit, Map.of()), 6 * unit,
                new OutputTokensDetails(7 * unit, Map.of()), new ServerToolUsage(8 * unit, 9 * unit, Map.of()), "tier " + unit,
                null, null, null, Map.of());
    }
}

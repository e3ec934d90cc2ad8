package io.github.quarkusclaude.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.batch.BatchCounts;
import io.github.quarkusclaude.batch.BatchStatus;

class ProgressBarTest {

    @Test
    void itShowsHowFarABatchIs() {
        assertThat(line(10, 0, 5)).isEqualTo("[------------------------------] 0 of 10 requests, in progress, 5 s");
        assertThat(line(5, 5, 65)).isEqualTo("[###############---------------] 5 of 10 requests, in progress, 1 min 5 s");
        assertThat(line(0, 10, 7260)).isEqualTo("[##############################] 10 of 10 requests, in progress, 2 h 1 min");
        assertThat(line(0, 0, 0)).startsWith("[-----").contains("0 of 0");
    }

    @Test
    void itIsWrittenOverAndLeavesNothing() {
        ProgressBar bar = new ProgressBar();

        assertThat(bar.show(BatchCounts.NONE, BatchStatus.ENDED)).startsWith("\r[").endsWith("\u001B[K").doesNotContain("\n");
        assertThat(bar.end()).isEqualTo("\r\u001B[K");
    }

    private static String line(int processing, int succeeded, int seconds) {
        return ProgressBar.line(new BatchCounts(processing, succeeded, 0, 0, 0, Map.of()), BatchStatus.IN_PROGRESS,
                Duration.ofSeconds(seconds));
    }
}

package io.github.quarkusclaude.service.cli;

import java.time.Duration;

import io.github.quarkusclaude.batch.BatchCounts;
import io.github.quarkusclaude.batch.BatchStatus;

/** One line of a terminal that is written again and again. */
final class ProgressBar {

    private static final int WIDTH = 30;
    private static final String TO_LINE_BEGIN = "\r";
    private static final String CLEAR_TO_LINE_END = "\u001B[K";

    private final long begin = System.nanoTime();

    /** What to write to show how far a batch is. */
    String show(BatchCounts counts, BatchStatus status) {
        return TO_LINE_BEGIN + line(counts, status, Duration.ofNanos(System.nanoTime() - begin)) + CLEAR_TO_LINE_END;
    }

    /** What to write when the line is not needed any more. */
    String end() {
        return TO_LINE_BEGIN + CLEAR_TO_LINE_END;
    }

    static String line(BatchCounts counts, BatchStatus status, Duration elapsed) {
        int total = counts.total();
        int done = total - counts.processing();
        int filled = total == 0 ? 0 : (int) ((long) WIDTH * done / total);
        return "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + done + " of " + total + " requests, "
                + status.value().replace('_', ' ') + ", " + text(elapsed);
    }

    private static String text(Duration elapsed) {
        return elapsed.toHours() > 0 ? elapsed.toHours() + " h " + elapsed.toMinutesPart() + " min"
                : elapsed.toMinutes() > 0 ? elapsed.toMinutes() + " min " + elapsed.toSecondsPart() + " s"
                        : elapsed.toSeconds() + " s";
    }
}

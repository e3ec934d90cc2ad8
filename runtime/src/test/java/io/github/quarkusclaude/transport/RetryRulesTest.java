package io.github.quarkusclaude.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.NetworkException.Phase;
import io.github.quarkusclaude.error.RateLimitException;
import io.github.quarkusclaude.error.ServerException;
import io.github.quarkusclaude.error.TooManyCallsException;
import io.github.quarkusclaude.error.TruncatedStreamException;

class RetryRulesTest {

    private static final RetrySettings SETTINGS = new RetrySettings(5, Duration.ofMillis(500), Duration.ofSeconds(8), 0.25);

    private final RetryRules withoutLuck = new RetryRules(SETTINGS, () -> 0);

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThat(List.of(1, 2, 3, 4, 5)).extracting(attempts -> withoutLuck.delay(status(500, null), attempts, Repeat.ALWAYS))
                .containsExactly(millis(500), millis(1000), millis(2000), millis(4000), millis(8000));
        assertThat(withoutLuck.delay(status(500, null), 6, Repeat.ALWAYS)).isNull();
    }

    @Test
    void aShareOfThemIsLeftToChance() {
        RetryRules lucky = new RetryRules(SETTINGS, () -> 1);

        assertThat(lucky.delay(status(500, null), 1, Repeat.ALWAYS)).isEqualTo(millis(375));
    }

    @Test
    void whatTheApiAsksForIsKept() {
        ErrorDetails details = new ErrorDetails("", 429, "rate_limit_error", null, null, Duration.ofMinutes(3), null, null,
                null, null);

        assertThat(withoutLuck.delay(new RateLimitException(details, null), 1, Repeat.ALWAYS))
                .isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void onlyWhatMayPassIsTriedAgain() {
        for (int status : List.of(408, 409, 500, 501, 502, 503, 504, 529)) {
            assertThat(again(status(status, null), Repeat.ALWAYS)).as("%d", status).isTrue();
        }
        for (int status : List.of(400, 401, 402, 403, 404, 412, 413, 422, 431, 499)) {
            assertThat(again(status(status, null), Repeat.ALWAYS)).as("%d", status).isFalse();
        }
        assertThat(again(network(Phase.CONNECT), Repeat.ALWAYS)).isTrue();
        assertThat(again(network(Phase.READ), Repeat.ALWAYS)).isTrue();
        assertThat(again(network(Phase.TOTAL), Repeat.ALWAYS)).isFalse();
        assertThat(again(new TruncatedStreamException(ErrorDetails.of(""), null), Repeat.ALWAYS)).isTrue();
        assertThat(again(new TooManyCallsException("", null, Duration.ofMillis(1)), Repeat.ALWAYS)).isFalse();
        assertThat(again(new IllegalStateException(), Repeat.ALWAYS)).isFalse();
    }

    @Test
    void theApiDecidesBeforeItsStatus() {
        assertThat(again(status(500, false), Repeat.ALWAYS)).isFalse();
        assertThat(again(status(400, true), Repeat.ALWAYS)).isTrue();
    }

    @Test
    void moneyThatIsSpentDoesNotComeBack() {
        for (String code : List.of("enforced_spend_limit_reached", "contract_spend_limit_reached")) {
            ErrorDetails details = new ErrorDetails("", 429, "rate_limit_error", code, null, Duration.ofSeconds(1), true, null,
                    null, null);
            assertThat(again(new RateLimitException(details, null), Repeat.ALWAYS)).as(code).isFalse();
        }
    }

    @Test
    void whatMayHaveBeenDoneIsNotDoneTwice() {
        assertThat(again(network(Phase.CONNECT), Repeat.UNLESS_DONE)).isTrue();
        assertThat(again(network(Phase.READ), Repeat.UNLESS_DONE)).isFalse();
        assertThat(again(status(529, null), Repeat.UNLESS_DONE)).isTrue();
        assertThat(again(status(500, null), Repeat.UNLESS_DONE)).isFalse();
        assertThat(again(status(502, true), Repeat.UNLESS_DONE)).isFalse();
        assertThat(again(status(529, null), Repeat.NEVER)).isFalse();
    }

    private boolean again(Throwable failure, Repeat repeat) {
        return withoutLuck.delay(failure, 1, repeat) != null;
    }

    private static ClaudeException status(int status, @Nullable Boolean shouldRetry) {
        ErrorDetails details = new ErrorDetails("", status, null, null, null, null, shouldRetry, null, null, null);
        return status >= 500 ? new ServerException(details, null) : new ClaudeException(details, null);
    }

    private static NetworkException network(Phase phase) {
        return new NetworkException(phase, ErrorDetails.of(""), null);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}

package io.github.quarkusclaude.error;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A call was not made because it may cost more than is left of the budget of its client. Nothing was sent. Amounts are in US
 * dollars.
 */
public class BudgetExceededException extends ClaudeException {

    private static final long serialVersionUID = 1L;

    private final BigDecimal needed;
    private final BigDecimal limit;
    private final BigDecimal spent;
    private final BigDecimal reserved;
    private final Instant periodEnd;

    public BudgetExceededException(String client, BigDecimal needed, BigDecimal limit, BigDecimal spent, BigDecimal reserved,
            Instant periodEnd) {
        super(ErrorDetails.of("The call may cost " + needed.toPlainString() + " US dollars, and the budget of the client "
                + client + " does not have them: of " + limit.toPlainString() + ", " + spent.toPlainString() + " are spent and "
                + reserved.toPlainString() + " reserved for calls under way, until " + periodEnd
                + ". Wait, ask for less (max_tokens), or raise the budget"), null);
        this.needed = needed;
        this.limit = limit;
        this.spent = spent;
        this.reserved = reserved;
        this.periodEnd = periodEnd;
    }

    /** What the call may cost at most. */
    public BigDecimal needed() {
        return needed;
    }

    /** The budget of a period. */
    public BigDecimal limit() {
        return limit;
    }

    /** What had been spent in this period. */
    public BigDecimal spent() {
        return spent;
    }

    /** What was reserved for calls under way. If it is more than 0, the call may fit when they have ended. */
    public BigDecimal reserved() {
        return reserved;
    }

    /** When the period ends; then the whole budget is there again. */
    public Instant periodEnd() {
        return periodEnd;
    }
}

package io.github.quarkusclaude.runtime.telemetry;

import java.time.Duration;

import io.github.quarkusclaude.observation.CallEnd;
import io.github.quarkusclaude.observation.CallWatch;
import io.github.quarkusclaude.observation.ObservedCall;
import io.micrometer.core.instrument.Tags;

/**
 * Measures one call.
 */
final class MeasuredCall implements CallWatch {

    private final CallMeters meters;
    private final boolean isStreamed;
    private final Runnable afterwards;
    private final Tags tags;
    private final long begin = System.nanoTime();

    /** @param afterwards what else to measure when the call has ended */
    MeasuredCall(CallMeters meters, ObservedCall call, Runnable afterwards) {
        this.meters = meters;
        this.isStreamed = call.isStreamed();
        this.afterwards = afterwards;
        this.tags = meters.tags(call);
    }

    @Override
    public void waited(Duration time) {
        meters.waited(tags, time);
    }

    @Override
    public void retrying(Throwable failure, Duration delay) {
        meters.retried(tags, failure);
    }

    @Override
    public void firstContent() {
        meters.answerBegun(tags, elapsed());
    }

    @Override
    public void ended(CallEnd end) {
        meters.ended(tags, isStreamed, end, elapsed());
        afterwards.run();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}

package io.github.quarkusclaude.examples;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ObservabilityTest {

    @Inject
    TracedWork work;

    @Inject
    MeterRegistry registry;

    @Inject
    EndedSpans spans;

    static class Observers {

        @Produces
        @Singleton
        SimpleMeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }

    @Singleton
    static class EndedSpans implements SpanProcessor {

        final List<ReadableSpan> ended = new CopyOnWriteArrayList<>();

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            // they are looked at when they have ended
        }

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            ended.add(span);
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }

        ReadableSpan named(String name) {
            return ended.stream().filter(span -> span.getName().startsWith(name)).reduce((first, last) -> last).orElseThrow();
        }
    }

    @Test
    void theWorkIsAboveTheCall() {
        work.summarize("7", "A long text");

        assertThat(spans.named("chat ").getParentSpanContext()).isEqualTo(spans.named("summarize").getSpanContext());
    }

    @Test
    void thereIsAHistogram() {
        work.summarize("8", "Another long text");

        assertThat(registry.find("gen_ai.client.operation.duration").timers()).isNotEmpty()
                .allSatisfy(timer -> assertThat(buckets(timer)).hasSize(4));
    }

    private static CountAtBucket[] buckets(Timer timer) {
        return timer.takeSnapshot().histogramCounts();
    }

    @Test
    void theApplicationIsReady() {
        work.summarize("9", "Yet another long text");

        when().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("Claude clients"))
                .body("status", equalTo("UP"));
    }
}

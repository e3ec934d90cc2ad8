package io.github.quarkusclaude.deployment.telemetry;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.test.QuarkusUnitTest;

/** Keeps the spans of an application for its test. */
@Singleton
class Spans {

    static QuarkusUnitTest application() {
        return Observed.application("quarkus-opentelemetry")
                .withApplicationRoot(jar -> jar.addClasses(Observed.class, Spans.class)
                        .addAsServiceProvider(ConfigSource.class, Observed.class))
                .overrideConfigKey("quarkus.otel.traces.exporter", "none");
    }

    @Produces
    @Singleton
    InMemorySpanExporter exporter() {
        return InMemorySpanExporter.create();
    }

    @Produces
    @Singleton
    SpanProcessor processor(InMemorySpanExporter exporter) {
        return SimpleSpanProcessor.create(exporter);
    }
}

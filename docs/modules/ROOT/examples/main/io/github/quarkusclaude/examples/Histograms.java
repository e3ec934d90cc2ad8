package io.github.quarkusclaude.examples;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;

/** Asks for histograms of how long calls take. */
public class Histograms {

    private static final double SECOND = 1e9;

    // tag::buckets[]
    @Produces
    @Singleton
    MeterFilter buckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("gen_ai.client.operation.duration") ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(SECOND, 5 * SECOND, 30 * SECOND, 120 * SECOND).build().merge(config) : config;
            }
        };
    }
    // end::buckets[]
}

package io.github.quarkusclaude.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Decides which faults a request meets: those it asks for, and those of the next order or else of the chaos. */
final class FaultPlan {

    private final long seed;
    private final FaultQueue queue = new FaultQueue();
    private volatile @Nullable Chaos chaos;

    FaultPlan(long seed) {
        this.seed = seed;
    }

    void add(int requests, List<Fault> faults) {
        queue.add(requests, new Faults(faults, List.of()));
    }

    void add(Scenario scenario) {
        queue.add(scenario.requests(), Faults.of(scenario));
    }

    void chaos(double rate, List<Scenario> scenarios) {
        chaos = new Chaos(seed, rate, scenarios);
    }

    void clear() {
        chaos = null;
        queue.clear();
    }

    /** @throws ApiException if the request asks for something there is not */
    Faults of(Exchange exchange) {
        Faults asked = asked(exchange);
        Faults ordered = queue.next();
        Chaos present = chaos;
        if (ordered == Faults.NONE && present != null) {
            ordered = present.strike(exchange);
        }
        return asked.and(ordered);
    }

    private static Faults asked(Exchange exchange) {
        Faults asked = exchange.header(Fault.HEADER)
                .map(header -> new Faults(FaultHeader.parse(header), List.of()))
                .orElse(Faults.NONE);
        Optional<String> names = exchange.header(Scenario.HEADER);
        return names.isEmpty() ? asked : asked.and(scenarios(names.get()));
    }

    private static Faults scenarios(String names) {
        try {
            return Arrays.stream(names.split(","))
                    .map(name -> Faults.of(Scenario.named(name.trim())))
                    .reduce(Faults.NONE, Faults::and);
        } catch (IllegalArgumentException e) {
            throw new ApiException(ApiError.invalid(Scenario.HEADER + ": " + e.getMessage()));
        }
    }
}

package io.github.quarkusclaude.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The faults of one request.
 *
 * @param scenarios the names of the scenarios they come from; others have none
 */
record Faults(List<Fault> list, List<String> scenarios) {

    static final Faults NONE = new Faults(List.of(), List.of());

    static Faults of(Scenario scenario) {
        return new Faults(scenario.faults(), List.of(scenario.name()));
    }

    Faults and(Faults others) {
        return new Faults(joined(list, others.list), joined(scenarios, others.scenarios));
    }

    boolean has(Fault.Kind kind) {
        return find(kind).isPresent();
    }

    /** The number that goes with this kind of fault, if the fault is ordered. */
    OptionalInt value(Fault.Kind kind) {
        return find(kind).map(fault -> OptionalInt.of(fault.value())).orElseGet(OptionalInt::empty);
    }

    Optional<Fault> find(Fault.Kind kind) {
        return list.stream().filter(fault -> fault.kind() == kind).findFirst();
    }

    /** How far the clock of the server is ahead; negative if it is behind. */
    Duration clockSkew() {
        return Duration.ofSeconds(value(Fault.Kind.CLOCK_SKEW).orElse(0));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}

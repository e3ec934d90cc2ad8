package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The faults of one request. */
record Faults(List<Fault> list) {

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
}

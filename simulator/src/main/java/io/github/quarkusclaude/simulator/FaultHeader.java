package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Reads the request header by which a client orders faults. */
final class FaultHeader {

    private FaultHeader() {
    }

    static List<Fault> parse(String header) {
        List<Fault> faults = new ArrayList<>();
        for (String order : header.split(",")) {
            try {
                faults.add(fault(order.trim().split("\\s*;\\s*")));
            } catch (IllegalArgumentException e) {
                throw new ApiException(ApiError.invalid(Fault.HEADER + ": " + e.getMessage()));
            }
        }
        return faults;
    }

    private static Fault fault(String[] parts) {
        String[] order = parts[0].split("\\s*=\\s*", 2);
        Fault.Kind kind = kind(order[0]);
        if (kind.numbered() != (order.length == 2)) {
            throw new IllegalArgumentException(kind.wireName() + (kind.numbered() ? " needs a number" : " takes no number"));
        }
        OptionalInt retryAfter = OptionalInt.empty();
        for (String parameter : Arrays.copyOfRange(parts, 1, parts.length)) {
            String[] pair = parameter.split("\\s*=\\s*", 2);
            if (!pair[0].equals("retry-after") || pair.length < 2 || kind != Fault.Kind.STATUS) {
                throw new IllegalArgumentException(kind.wireName() + " takes no parameter " + pair[0]);
            }
            retryAfter = OptionalInt.of(number(pair[1]));
        }
        return new Fault(kind, order.length == 2 ? number(order[1]) : 0, retryAfter);
    }

    private static Fault.Kind kind(String name) {
        for (Fault.Kind kind : Fault.Kind.values()) {
            if (kind.wireName().equals(name)) {
                return kind;
            }
        }
        String names = Arrays.stream(Fault.Kind.values()).map(Fault.Kind::wireName).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("unknown fault \"" + name + "\"; known are " + names);
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + digits + "\" is no number");
        }
    }
}

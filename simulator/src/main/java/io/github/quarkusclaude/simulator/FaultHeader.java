package io.github.quarkusclaude.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        Fault fault = Fault.of(kind, order.length == 2 ? number(order[1]) : 0);
        for (String parameter : Arrays.copyOfRange(parts, 1, parts.length)) {
            fault = with(fault, parameter.split("\\s*=\\s*", 2));
        }
        return fault;
    }

    private static Fault with(Fault fault, String[] parameter) {
        boolean applies = fault.kind() == Fault.Kind.STATUS && parameter.length == 2;
        if (applies && parameter[0].equals("code")) {
            return fault.withErrorCode(parameter[1]);
        }
        for (RetryAfter.Form form : RetryAfter.Form.values()) {
            if (applies && parameter[0].equals(form.parameter()) && fault.retryAfter().isEmpty()) {
                return new Fault(fault.kind(), fault.value(), Optional.of(new RetryAfter(form, wait(form, parameter[1]))),
                        fault.errorCode());
            }
        }
        throw new IllegalArgumentException(fault.kind().wireName() + " takes no parameter " + parameter[0]);
    }

    private static Duration wait(RetryAfter.Form form, String digits) {
        int number = number(digits);
        return form == RetryAfter.Form.MILLISECONDS ? Duration.ofMillis(number) : Duration.ofSeconds(number);
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

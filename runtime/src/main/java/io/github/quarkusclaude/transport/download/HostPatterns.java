package io.github.quarkusclaude.transport.download;

import java.util.List;
import java.util.Locale;

/**
 * Names of hosts: exact ones, or {@code *.example.com} for all names below {@code example.com}.
 *
 * @param patterns the names
 */
public record HostPatterns(List<String> patterns) {

    public HostPatterns {
        patterns = patterns.stream().map(HostPatterns::normal).toList();
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    boolean contain(String host) {
        String name = normal(host);
        return patterns.stream().anyMatch(
                pattern -> pattern.startsWith("*.") ? name.endsWith(pattern.substring(1)) : name.equals(pattern));
    }

    /** In lower case, without the dot of the root and without the brackets of an IPv6 address. */
    private static String normal(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("[") && name.endsWith("]")) {
            return name.substring(1, name.length() - 1);
        }
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}

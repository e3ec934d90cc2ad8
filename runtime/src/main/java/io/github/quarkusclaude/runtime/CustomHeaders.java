package io.github.quarkusclaude.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The headers in the environment variable {@code ANTHROPIC_CUSTOM_HEADERS}, one in each line: {@code Name: value}.
 */
final class CustomHeaders {

    static final String VARIABLE = "ANTHROPIC_CUSTOM_HEADERS";

    private CustomHeaders() {
    }

    /** @throws ConfigurationException if a line is no header; the value, which may be a secret, is not repeated */
    static Map<String, String> parse(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : text.split("\\R")) {
            if (!line.isBlank()) {
                int colon = line.indexOf(':');
                if (colon < 1) {
                    throw new ConfigurationException(
                            "A line of " + VARIABLE + " is no header. Write one header in each line, as Name: value");
                }
                headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            }
        }
        return headers;
    }
}

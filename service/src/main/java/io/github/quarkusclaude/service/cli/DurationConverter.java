package io.github.quarkusclaude.service.cli;

import java.time.Duration;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as the configuration does: {@code 90s}, {@code 10m}, {@code 24h}, {@code 7d}. */
class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            Duration duration = io.quarkus.runtime.configuration.DurationConverter.parseDuration(text);
            if (duration != null && !duration.isNegative()) {
                return duration;
            }
        } catch (IllegalArgumentException e) {
            // the message below says more
        }
        throw new TypeConversionException("\"" + text + "\" is not a duration such as 90s, 10m, 24h or 7d");
    }
}

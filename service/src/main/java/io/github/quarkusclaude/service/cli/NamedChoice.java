package io.github.quarkusclaude.service.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of some names with hyphens. Letter case does not matter, and an underscore is as good as a hyphen.
 *
 * @param what the names are of, for messages
 * @param type its constants, with underscores where the names have hyphens
 */
record NamedChoice<E extends Enum<E>>(String what, Class<E> type) implements ITypeConverter<E> {

    /** The name of a constant. */
    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public E convert(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(type.getEnumConstants()).filter(value -> name(value).equals(wanted)).findFirst()
                .orElseThrow(() -> new TypeConversionException("unknown " + what + " \"" + text + "\"; known are "
                        + Arrays.stream(type.getEnumConstants()).map(NamedChoice::name).collect(Collectors.joining(", "))));
    }
}

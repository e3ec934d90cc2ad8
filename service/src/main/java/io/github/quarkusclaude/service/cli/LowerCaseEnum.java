package io.github.quarkusclaude.service.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a value of an enumeration of the library as people write it: in lower case.
 *
 * @param type the enumeration
 */
record LowerCaseEnum<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {

    @Override
    public E convert(String word) {
        return Arrays.stream(type.getEnumConstants()).filter(value -> value.name().equalsIgnoreCase(word)).findFirst()
                .orElseThrow(() -> new TypeConversionException("expected one of [" + words() + "] but was '" + word + "'"));
    }

    private String words() {
        return Arrays.stream(type.getEnumConstants()).map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}

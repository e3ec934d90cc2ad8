package io.github.quarkusclaude.runtime.catalog;

import java.time.LocalDate;

import io.quarkus.runtime.ObjectSubstitution;

/**
 * Records a date as text; the bytecode recorder has no form for it.
 */
public class RecordedDate implements ObjectSubstitution<LocalDate, String> {

    @Override
    public String serialize(LocalDate date) {
        return date.toString();
    }

    @Override
    public LocalDate deserialize(String text) {
        return LocalDate.parse(text);
    }
}

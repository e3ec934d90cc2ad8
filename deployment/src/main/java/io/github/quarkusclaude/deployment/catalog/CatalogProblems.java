package io.github.quarkusclaude.deployment.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Everything that is wrong with the catalogue, told at once.
 */
final class CatalogProblems {

    private final List<String> texts = new ArrayList<>();
    private final Set<String> properties = new TreeSet<>();

    /**
     * @param origin where the entry was written
     * @param field path of the field in a catalogue file
     * @param text what is wrong and what to change, continuing "max_tokens …"
     */
    void add(EntryOrigin origin, String field, String text) {
        String name = origin.field(field);
        texts.add(name + " " + text);
        if (origin.configured()) {
            properties.add(name);
        }
    }

    void failIfAny() {
        if (texts.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder("The catalogue of Claude models cannot be used, correct the following:");
        for (String text : texts) {
            message.append(System.lineSeparator()).append("- ").append(text);
        }
        throw new ConfigurationException(message.toString(), properties);
    }
}

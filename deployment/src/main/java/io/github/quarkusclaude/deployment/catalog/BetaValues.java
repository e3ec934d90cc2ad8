package io.github.quarkusclaude.deployment.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.quarkusclaude.catalog.rules.BetaState;

/**
 * The beta values of the API, from the file that stands beside the catalogues.
 */
final class BetaValues {

    private static final String FILE = "META-INF/quarkus-claude/catalog/betas.json";

    private BetaValues() {
    }

    static Map<String, BetaState> load() {
        try (InputStream in = BetaValues.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from quarkus-claude-simulator");
            }
            JsonNode file = new ObjectMapper().readTree(in);
            Map<String, BetaState> values = new LinkedHashMap<>();
            add(file.path("current"), BetaState.CURRENT, values);
            add(file.path("without_effect"), BetaState.WITHOUT_EFFECT, values);
            add(file.path("old_shapes"), BetaState.OLD_SHAPES, values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JsonNode names, BetaState state, Map<String, BetaState> values) {
        for (Iterator<JsonNode> name = names.elements(); name.hasNext();) {
            values.put(name.next().textValue(), state);
        }
    }
}

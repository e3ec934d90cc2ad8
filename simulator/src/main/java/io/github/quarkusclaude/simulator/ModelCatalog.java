package io.github.quarkusclaude.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** The models the simulator knows. */
final class ModelCatalog {

    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, Model> aliases = new LinkedHashMap<>();

    /**
     * Reads one of the catalogues on the class path.
     *
     * @param extraIds ids of further models, to which everything may be sent
     * @throws IllegalArgumentException if there is no catalogue of that name
     */
    static ModelCatalog load(String name, Collection<String> extraIds, Json json) {
        String resource = "/META-INF/quarkus-claude/catalog/" + name + ".json";
        try (InputStream stream = ClaudeSimulator.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no model catalogue named " + name);
            }
            return new ModelCatalog(json.read(stream), extraIds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ModelCatalog(JsonNode catalog, Collection<String> extraIds) {
        for (JsonNode data : catalog.path("models")) {
            if (!data.has("wire_id")) {
                add(new Model(data.path("id").asText(), data));
            }
        }
        for (JsonNode listed : catalog.path("listed")) {
            models.computeIfAbsent(listed.asText(), Model::unrestricted);
        }
        for (String id : extraIds) {
            models.put(id, Model.unrestricted(id));
        }
    }

    List<Model> all() {
        return List.copyOf(models.values());
    }

    /** The model with this id or alias, retired ones included. */
    Optional<Model> find(String id) {
        return Optional.ofNullable(models.getOrDefault(id, aliases.get(id)));
    }

    private void add(Model model) {
        models.put(model.id(), model);
        model.aliases().forEach(alias -> aliases.put(alias, model));
    }
}

package io.github.quarkusclaude.deployment.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.github.quarkusclaude.catalog.SubscriptionTier;

/**
 * Reads a catalogue file.
 */
final class CatalogReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // prices stay exact
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final CatalogProblems problems;

    CatalogReader(CatalogProblems problems) {
        this.problems = problems;
    }

    /**
     * @param file the name to use in messages
     * @param json the content
     */
    CatalogDefinition read(String file, byte[] json) {
        EntryOrigin origin = EntryOrigin.file(file);
        JsonEntry root = new JsonEntry(parse(origin, json), origin, problems);
        String defaultModel = root.text("default_model");
        if (defaultModel == null) {
            root.problem("default_model", "is missing; name the model to use when nothing else is said");
            defaultModel = "";
        }
        CatalogDefinition definition = new CatalogDefinition(origin, defaultModel, root.object("latest").textsByName(),
                root.texts("listed"), tiers(root.object("tiers")), models(root, origin));
        root.rejectUnknownFields();
        return definition;
    }

    private JsonNode parse(EntryOrigin origin, byte[] json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root.isObject()) {
                return root;
            }
            problems.add(origin, "the content", "must be one JSON object");
        } catch (IOException e) {
            problems.add(origin, "the content", "is not JSON: " + e.getMessage());
        }
        // nothing else can be said about such a file
        problems.failIfAny();
        return JsonNodeFactory.instance.objectNode();
    }

    private static List<TierDefinition> tiers(JsonEntry entry) {
        List<TierDefinition> tiers = new ArrayList<>();
        Set<SubscriptionTier> seen = new HashSet<>();
        for (Map.Entry<String, JsonEntry> named : entry.objects().entrySet()) {
            SubscriptionTier tier = tier(entry, named.getKey());
            JsonEntry fields = named.getValue();
            if (tier == null) {
                // one complaint is enough
                fields.ignore("models", "lines", "default_model", "default_line");
                continue;
            }
            if (!seen.add(tier)) {
                entry.problem(named.getKey(), "is the second entry of this tier; remove one");
            }
            tiers.add(new TierDefinition(tier, fields.texts("models"), fields.texts("lines"),
                    fields.text("default_model"), fields.text("default_line")));
        }
        return tiers;
    }

    private static @Nullable SubscriptionTier tier(JsonEntry entry, String name) {
        try {
            return SubscriptionTier.parse(name);
        } catch (IllegalArgumentException e) {
            entry.problem(name, "is not a tier. " + e.getMessage());
            return null;
        }
    }

    private List<ModelEntry> models(JsonEntry root, EntryOrigin origin) {
        List<ModelEntry> models = new ArrayList<>();
        int index = 0;
        for (JsonNode node : root.array("models")) {
            String position = "models[" + index++ + "]";
            String id = node.path("id").asText("");
            if (id.isBlank()) {
                problems.add(origin, position, "has no id; give it one");
                continue;
            }
            EntryOrigin place = origin.model(id);
            models.add(new ModelEntry(ModelReader.read(id, new JsonEntry(node, place, problems)), place));
        }
        return models;
    }
}

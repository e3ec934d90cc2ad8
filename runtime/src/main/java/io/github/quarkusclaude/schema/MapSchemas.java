package io.github.quarkusclaude.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.Type;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The schemas of maps. A map whose keys are an enum is an object with known properties; any other is open, which output
 * cannot be made to follow.
 */
final class MapSchemas {

    private static final Set<String> MAPS = Set.of("java.util.Map", "java.util.SequencedMap", "java.util.SortedMap",
            "java.util.NavigableMap", "java.util.HashMap", "java.util.LinkedHashMap", "java.util.TreeMap",
            "java.util.EnumMap", "java.util.concurrent.ConcurrentMap", "java.util.concurrent.ConcurrentHashMap");

    private final TypeSchemas types;

    MapSchemas(TypeSchemas types) {
        this.types = types;
    }

    static boolean isMap(String type) {
        return MAPS.contains(type);
    }

    ObjectNode of(Type keys, Type values, String path) {
        ObjectNode keySchema = ScalarSchemas.of(keys.name());
        if (keySchema == null) {
            ClassInfo info = types.find(keys, path);
            if (info != null && info.isEnum()) {
                return closed(info, values, path);
            }
        }
        if (types.rules().strict()) {
            types.problems().add(path, "a map has any keys, and objects must list their properties. Use a List of a record"
                    + " with a key and a value, or an enum for the keys");
        } else if (keySchema == null || !keySchema.path("type").asText().equals("string")) {
            types.problems().add(path, "the keys of a map are text in JSON, which " + keys.name()
                    + " is not. Use String or an enum for the keys");
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.set("additionalProperties", types.element(values, path + ".*"));
        return schema;
    }

    private ObjectNode closed(ClassInfo keys, Type values, String path) {
        List<Property> properties = new ArrayList<>();
        for (FieldInfo constant : keys.enumConstants()) {
            String description = Members.of(constant).description(JacksonNames.PROPERTY_DESCRIPTION,
                    types.documentation());
            properties.add(new Property(EnumSchemas.nameOf(constant), values, true, false, description));
        }
        return types.objects().of(properties, path);
    }
}

package io.github.quarkusclaude.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Type;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The schemas of records and beans. They are closed, and what is required stands before what is not, because the model
 * writes it in that order.
 */
final class ObjectSchemas {

    private final TypeSchemas types;

    ObjectSchemas(TypeSchemas types) {
        this.types = types;
    }

    ObjectNode of(ClassInfo info, Type type, String path) {
        ObjectNode schema = of(properties(info, type, path), path);
        Descriptions.prepend(schema, types.description(info));
        return schema;
    }

    /** The object of a type, with a property before its own that tells it from others. */
    ObjectNode tagged(ClassInfo info, Type type, String tagName, String tag, String path) {
        ObjectNode schema = of(info, type, path);
        ObjectNode properties = (ObjectNode) schema.get("properties");
        if (properties.has(tagName)) {
            types.problems().add(path + "." + tagName, "this property of " + info.name() + " has the name of the one that tells"
                    + " the alternatives apart. Rename it, or choose another by @JsonTypeInfo(property = ...)");
            return schema;
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set(tagName, JsonNodeFactory.instance.objectNode().put("type", "string").put("const", tag));
        all.setAll(properties);
        ((ArrayNode) schema.get("required")).insert(0, tagName);
        schema.set("properties", all);
        return schema;
    }

    ObjectNode of(List<Property> properties, String path) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode fields = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        Set<String> names = new HashSet<>();
        for (Property property : properties) {
            if (!names.add(property.name())) {
                types.problems().add(path + "." + property.name(), "two properties have this name. Rename one of them");
            } else if (!property.nullable()) {
                required.add(property.name());
                fields.set(property.name(), schemaOf(property, path));
            }
        }
        for (Property property : properties) {
            if (property.nullable()) {
                fields.set(property.name(), schemaOf(property, path));
            }
        }
        return schema.put("additionalProperties", false);
    }

    private ObjectNode schemaOf(Property property, String path) {
        ObjectNode schema = types.value(property.type(), path + "." + property.name());
        if (property.notEmpty() && schema.has("items")) {
            schema.put("minItems", 1);
        }
        if (property.nullable() && types.rules().nulls()) {
            schema = Nulls.allow(schema);
        }
        Descriptions.prepend(schema, property.description());
        return schema;
    }

    private List<Property> properties(ClassInfo info, Type type, String path) {
        ObjectMembers members = new ObjectMembers(types, info, path);
        return info.isRecord() ? new RecordProperties(members).of(info, TypeBindings.of(info, type))
                : new BeanProperties(types, members).of(info, type, path);
    }
}

package io.github.quarkusclaude.schema;

import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The schemas of enums: the names of their constants, and what each means. */
final class EnumSchemas {

    private EnumSchemas() {
    }

    static ObjectNode of(ClassInfo type, String path, TypeSchemas types) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
        ArrayNode values = schema.putArray("enum");
        List<String> meanings = new ArrayList<>();
        for (FieldInfo constant : type.enumConstants()) {
            String name = nameOf(constant);
            values.add(name);
            String meaning = Members.of(constant).description(JacksonNames.PROPERTY_DESCRIPTION, types.documentation());
            if (meaning != null) {
                meanings.add(name + ": " + meaning);
            }
        }
        if (values.isEmpty()) {
            types.problems().add(path, "the enum " + type.name() + " has no constants, so there is nothing to choose from");
        }
        if (isComputed(type)) {
            types.problems().add(path, "what the enum " + type.name() + " looks like in JSON is computed by its @JsonValue."
                    + " Name its constants by @JsonProperty instead");
        }
        Descriptions.prepend(schema, types.description(type));
        meanings.forEach(meaning -> Descriptions.append(schema, meaning));
        return schema;
    }

    static String nameOf(FieldInfo constant) {
        return Members.of(constant).textOr(JacksonNames.PROPERTY, constant.name());
    }

    private static boolean isComputed(ClassInfo type) {
        return type.methods().stream().anyMatch(method -> method.hasDeclaredAnnotation(JacksonNames.VALUE))
                || type.fields().stream().anyMatch(field -> field.hasDeclaredAnnotation(JacksonNames.VALUE));
    }
}

package io.github.quarkusclaude.schema;

import java.util.List;

import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import com.fasterxml.jackson.databind.JsonNode;

/** Schemas of classes on the class path. */
final class Schemas {

    static final SchemaGenerator GENERATOR = new SchemaGenerator(new LoadedClasses(Schemas.class.getClassLoader()),
            Documentation.NONE, true);

    private Schemas() {
    }

    static JsonNode of(Class<?> type) {
        return GENERATOR.forType(Type.create(type)).json().tree();
    }

    static JsonNode property(Class<?> type, String name) {
        return of(type).path("properties").path(name);
    }

    static List<String> problems(Class<?> type) {
        try {
            throw new AssertionError("There is a schema: " + of(type));
        } catch (InvalidSchemaException e) {
            return e.problems();
        }
    }

    static MethodInfo method(Class<?> type, String name) {
        return new LoadedClasses(type.getClassLoader()).find(org.jboss.jandex.DotName.createSimple(type)).firstMethod(name);
    }
}

package io.github.quarkusclaude.schema;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.jboss.jandex.Type;

/**
 * The Java types that tools take as their input. Schemas of types that are known when the application is built are made
 * then; those of others when they are first used, which native executables cannot do.
 */
@Singleton
public final class InputTypes {

    private final KnownSchemas known;
    private final ValueReader reader;
    private final Map<Class<?>, ValueType<?>> types = new ConcurrentHashMap<>();

    InputTypes(KnownSchemas known, ValueReader reader) {
        this.known = known;
        this.reader = reader;
    }

    /**
     * A type as the input of a tool. Its schema is one the API can enforce, if there is one; else it may have open objects
     * and contain itself.
     *
     * @throws InvalidSchemaException if no schema can be made of the type; says everything that is wrong
     * @throws IllegalStateException in a native executable, if the type was not known when it was built
     */
    @SuppressWarnings("unchecked")
    public <T> ValueType<T> of(Class<T> type) {
        return (ValueType<T>) types.computeIfAbsent(type, missing -> new ValueType<>(type, schema(type), reader));
    }

    private AnswerSchema schema(Class<?> type) {
        KnownSchemas.Entry entry = known.findInput(type);
        return entry != null ? entry.schema() : LateSchemas.generatorFor(type).forInput(Type.create(type));
    }
}

package io.github.quarkusclaude.schema;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.jboss.jandex.Type;

/**
 * The Java types that the model can answer with. Injectable. Schemas of types that are known when the application is built
 * are made then; those of others when they are first used, which native executables cannot do.
 */
@Singleton
public final class StructuredOutputs {

    private final KnownSchemas known;
    private final ValueReader reader;
    private final Map<Class<?>, OutputType<?>> types = new ConcurrentHashMap<>();

    StructuredOutputs(KnownSchemas known, ValueReader reader) {
        this.known = known;
        this.reader = reader;
    }

    /**
     * A type as the form of an answer: a record, a bean, a sealed type, an enum, an array or a simple type.
     *
     * @throws InvalidSchemaException if the API cannot make the model answer with the type; says everything that is wrong
     * @throws IllegalStateException in a native executable, if the type was not known when it was built
     */
    @SuppressWarnings("unchecked")
    public <T> OutputType<T> of(Class<T> type) {
        return (OutputType<T>) types.computeIfAbsent(type,
                missing -> new OutputType<>(new ValueType<>(type, schema(type), reader)));
    }

    private AnswerSchema schema(Class<?> type) {
        KnownSchemas.Entry entry = known.find(type);
        return entry != null ? entry.schema() : LateSchemas.generatorFor(type).forAnswer(Type.create(type));
    }
}

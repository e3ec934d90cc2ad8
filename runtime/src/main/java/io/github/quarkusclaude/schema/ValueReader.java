package io.github.quarkusclaude.schema;

import java.lang.reflect.Type;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.type.TypeFactory;

/**
 * Reads the values that follow a schema of {@link SchemaGenerator}. It reads as the application's own {@link ObjectMapper}
 * does, with its modules, except where that would contradict the schema: names are those in the schema, the letter case
 * of enum constants does not matter, and sealed types need no annotations.
 */
@Singleton
public final class ValueReader {

    private final ObjectMapper mapper;

    ValueReader(ObjectMapper application) {
        this.mapper = application.copy();
        mapper.setPropertyNamingStrategy(null);
        mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        mapper.configure(DeserializationFeature.UNWRAP_ROOT_VALUE, false);
        mapper.configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true);
        mapper.configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);
        mapper.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
        mapper.setConfig(mapper.getDeserializationConfig()
                .with(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS, MapperFeature.ACCEPT_CASE_INSENSITIVE_VALUES)
                .without(MapperFeature.REQUIRE_TYPE_ID_FOR_SUBTYPES));
        mapper.setAnnotationIntrospector(AnnotationIntrospector
                .pair(mapper.getDeserializationConfig().getAnnotationIntrospector(), new SealedTypes()));
    }

    /**
     * Reads a value of a type, which may be generic.
     *
     * @param json of {@link #tree}
     * @throws UnreadableValueException if the JSON does not fit the type
     */
    public Object read(JsonNode json, Type type) {
        JavaType resolved = mapper.constructType(type);
        return read(() -> mapper.treeToValue(json, resolved), resolved);
    }

    /**
     * A type by its {@linkplain JavaType#toCanonical() canonical name}, such as {@code java.util.List<java.lang.Integer>}.
     *
     * @param loader finds the classes
     * @throws IllegalArgumentException if there is no such type
     */
    public JavaType type(String canonicalName, ClassLoader loader) {
        TypeFactory factory = mapper.getTypeFactory().withClassLoader(loader);
        return complete(factory, factory.constructFromCanonical(canonicalName));
    }

    /** Jackson's modules, which know what an {@code Optional} is, are not asked about types from canonical names. */
    private static JavaType complete(TypeFactory factory, JavaType type) {
        JavaType[] arguments = new JavaType[type.containedTypeCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = complete(factory, type.containedType(i));
        }
        return arguments.length == 0 ? factory.constructType(type.getRawClass())
                : factory.constructParametricType(type.getRawClass(), arguments);
    }

    <T> T read(JsonNode json, Class<T> type) {
        JavaType resolved = mapper.constructType(type);
        return read(() -> mapper.treeToValue(json, resolved), resolved);
    }

    /**
     * A value as a tree, its numbers exact.
     *
     * @throws UnreadableValueException if the text is not JSON
     */
    public JsonNode tree(String json) {
        return read(() -> mapper.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).readTree(json),
                mapper.constructType(JsonNode.class));
    }

    private interface Reading<T> {
        @Nullable
        T read() throws JsonProcessingException;
    }

    private static <T> T read(Reading<T> reading, JavaType type) {
        try {
            T value = reading.read();
            if (value == null) {
                throw UnreadableValueException.at("$", type.toCanonical());
            }
            return value;
        } catch (JsonMappingException e) {
            // not as the cause: its message quotes the text
            throw UnreadableValueException.at(path(e), type.toCanonical());
        } catch (JsonProcessingException e) {
            throw new UnreadableValueException("The text is not JSON");
        }
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder("$");
        for (JsonMappingException.Reference reference : e.getPath()) {
            if (reference.getFieldName() != null) {
                path.append('.').append(reference.getFieldName());
            } else {
                path.append('[').append(reference.getIndex()).append(']');
            }
        }
        return path.toString();
    }
}

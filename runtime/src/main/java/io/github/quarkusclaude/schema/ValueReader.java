package io.github.quarkusclaude.schema;

import java.lang.reflect.Type;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

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
        mapper.setConfig(mapper.getDeserializationConfig()
                .with(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS, MapperFeature.ACCEPT_CASE_INSENSITIVE_VALUES)
                .without(MapperFeature.REQUIRE_TYPE_ID_FOR_SUBTYPES));
        mapper.setAnnotationIntrospector(AnnotationIntrospector
                .pair(mapper.getDeserializationConfig().getAnnotationIntrospector(), new SealedTypes()));
    }

    /**
     * Reads a value.
     *
     * @throws UnreadableValueException if the JSON does not fit the type
     */
    public <T> T read(String json, Class<T> type) {
        return read(json, mapper.constructType(type));
    }

    /**
     * Reads a value of a type that may be generic.
     *
     * @throws UnreadableValueException if the JSON does not fit the type
     */
    public Object read(String json, Type type) {
        return read(json, mapper.constructType(type));
    }

    <T> T readWrapped(String json, Class<T> type) {
        JavaType wrapper = mapper.getTypeFactory().constructParametricType(Wrapper.class, type);
        Wrapper<T> wrapped = read(json, wrapper);
        if (wrapped.value() == null) {
            throw new UnreadableValueException("The JSON does not fit " + type.getTypeName() + ": there is no value");
        }
        return wrapped.value();
    }

    private <T> T read(String json, JavaType type) {
        try {
            T value = mapper.readValue(json, type);
            if (value == null) {
                throw new UnreadableValueException("The JSON is null, and no " + type.toCanonical());
            }
            return value;
        } catch (JsonMappingException e) {
            throw new UnreadableValueException("The JSON does not fit " + type.toCanonical() + " at " + path(e));
        } catch (JsonProcessingException e) {
            // not the cause: its message quotes the text
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

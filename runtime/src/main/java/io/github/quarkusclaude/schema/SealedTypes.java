package io.github.quarkusclaude.schema;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;

/**
 * Lets Jackson read sealed types that have no annotations for it: the property {@value #TAG} holds the simple name of the
 * class.
 */
final class SealedTypes extends NopAnnotationIntrospector {

    static final String TAG = "type";

    private static final long serialVersionUID = 1L;

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return isPlain(annotated)
                ? JsonTypeInfo.Value.construct(JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, TAG, null, false, null)
                : null;
    }

    @Override
    public @Nullable TypeResolverBuilder<?> findTypeResolver(MapperConfig<?> config, AnnotatedClass annotated,
            JavaType baseType) {
        JsonTypeInfo.Value typeInfo = findPolymorphicTypeInfo(config, annotated);
        return typeInfo == null ? null : new StdTypeResolverBuilder().init(typeInfo, null);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        if (!annotated.getRawType().isSealed() || annotated.hasAnnotation(JsonSubTypes.class)) {
            return null;
        }
        boolean simpleNames = !annotated.hasAnnotation(JsonTypeInfo.class);
        List<NamedType> subtypes = new ArrayList<>();
        for (Class<?> subtype : annotated.getRawType().getPermittedSubclasses()) {
            boolean named = subtype.isAnnotationPresent(JsonTypeName.class);
            subtypes.add(new NamedType(subtype, simpleNames && !named ? subtype.getSimpleName() : null));
        }
        return subtypes;
    }

    private static boolean isPlain(Annotated annotated) {
        return annotated instanceof AnnotatedClass && annotated.getRawType().isSealed()
                && !annotated.hasAnnotation(JsonTypeInfo.class);
    }
}

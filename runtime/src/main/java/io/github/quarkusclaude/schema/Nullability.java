package io.github.quarkusclaude.schema;

import java.util.Collection;
import java.util.Set;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ArrayType;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value may be missing. Every library has its own annotation for that; their simple names say the same.
 */
final class Nullability {

    private static final Set<String> NAMES = Set.of("Nullable", "CheckForNull", "NullableDecl", "NullableType",
            "PossiblyNull", "NullAllowed", "RecentlyNullable");

    static final AnnotationInstance NULLABLE = AnnotationInstance.builder(Nullable.class).build();

    private static final Set<DotName> OPTIONALS = Set.of(DotName.createSimple("java.util.Optional"),
            DotName.createSimple("java.util.OptionalInt"), DotName.createSimple("java.util.OptionalLong"),
            DotName.createSimple("java.util.OptionalDouble"));

    private Nullability() {
    }

    static boolean isNullable(Collection<AnnotationInstance> annotations) {
        return annotations.stream().anyMatch(annotation -> NAMES.contains(simpleName(annotation)));
    }

    private static String simpleName(AnnotationInstance annotation) {
        String name = annotation.name().toString();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    static boolean isNullable(Type type) {
        return OPTIONALS.contains(type.name()) || isNullable(type.annotations());
    }

    static Type nullable(Type type) {
        return switch (type.kind()) {
            case CLASS -> ClassType.builder(type.name()).addAnnotation(NULLABLE).build();
            case PARAMETERIZED_TYPE -> {
                ParameterizedType.Builder builder = ParameterizedType.builder(type.name()).addAnnotation(NULLABLE);
                type.asParameterizedType().arguments().forEach(builder::addArgument);
                yield builder.build();
            }
            case ARRAY -> ArrayType.builder(type.asArrayType().componentType(), 1).addAnnotation(NULLABLE).build();
            default -> type;
        };
    }
}

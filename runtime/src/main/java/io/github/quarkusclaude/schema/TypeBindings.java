package io.github.quarkusclaude.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jboss.jandex.ArrayType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;
import org.jboss.jandex.TypeVariable;

/**
 * What the type variables of a generic class stand for where it is used.
 */
record TypeBindings(Map<String, Type> arguments) {

    static final TypeBindings NONE = new TypeBindings(Map.of());

    /** The bindings within a class that is used as {@code resolved}. */
    static TypeBindings of(ClassInfo declaration, Type resolved) {
        if (resolved.kind() != Type.Kind.PARAMETERIZED_TYPE) {
            return NONE;
        }
        Map<String, Type> arguments = new HashMap<>();
        List<TypeVariable> variables = declaration.typeParameters();
        List<Type> values = resolved.asParameterizedType().arguments();
        for (int i = 0; i < Math.min(variables.size(), values.size()); i++) {
            arguments.put(variables.get(i).identifier(), values.get(i));
        }
        return new TypeBindings(arguments);
    }

    /** The type with variables and wildcards replaced; what is not bound becomes its bound. */
    Type resolve(Type type) {
        return switch (type.kind()) {
            case TYPE_VARIABLE -> variable(type.asTypeVariable());
            case TYPE_VARIABLE_REFERENCE -> variable(type.asTypeVariableReference().follow());
            case UNRESOLVED_TYPE_VARIABLE -> bound(type.asUnresolvedTypeVariable().identifier(), ClassType.OBJECT_TYPE);
            case WILDCARD_TYPE -> resolve(type.asWildcardType().extendsBound());
            case ARRAY -> array(type.asArrayType());
            case PARAMETERIZED_TYPE -> parameterized(type.asParameterizedType());
            default -> type;
        };
    }

    private Type variable(TypeVariable variable) {
        return bound(variable.identifier(), variable.bounds().isEmpty() ? ClassType.OBJECT_TYPE : variable.bounds().get(0));
    }

    private Type bound(String identifier, Type otherwise) {
        Type argument = arguments.get(identifier);
        if (argument != null) {
            return argument;
        }
        // a bound may mention the variable itself, as in T extends Comparable<T>; then only its raw form is of use
        return otherwise.kind() == Type.Kind.CLASS ? otherwise : ClassType.create(otherwise.name());
    }

    private Type array(ArrayType array) {
        return ArrayType.create(resolve(array.componentType()), 1);
    }

    private Type parameterized(ParameterizedType type) {
        Type[] resolved = type.arguments().stream().map(this::kept).toArray(Type[]::new);
        return ParameterizedType.create(type.name(), resolved);
    }

    /** Annotations on an argument say whether elements may be missing, so they survive. */
    private Type kept(Type argument) {
        Type resolved = resolve(argument);
        return Nullability.isNullable(argument) ? Nullability.nullable(resolved) : resolved;
    }
}

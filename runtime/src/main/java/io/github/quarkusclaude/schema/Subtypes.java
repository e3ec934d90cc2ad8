package io.github.quarkusclaude.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;
import org.jboss.jandex.TypeVariable;

/** The arguments of a generic subtype, from those of its supertype: {@code Ok<T>} of a {@code Result<String>}. */
final class Subtypes {

    private Subtypes() {
    }

    static Type bound(ClassInfo subtype, Type supertype) {
        Type raw = Type.create(subtype.name(), Type.Kind.CLASS);
        if (subtype.typeParameters().isEmpty() || supertype.kind() != Type.Kind.PARAMETERIZED_TYPE) {
            return raw;
        }
        Map<String, Type> arguments = arguments(subtype, supertype);
        List<Type> bound = new ArrayList<>();
        for (TypeVariable variable : subtype.typeParameters()) {
            Type argument = arguments.get(variable.identifier());
            if (argument == null) {
                return raw;
            }
            bound.add(argument);
        }
        return ParameterizedType.create(subtype.name(), bound.toArray(Type[]::new));
    }

    private static Map<String, Type> arguments(ClassInfo subtype, Type supertype) {
        List<Type> parents = new ArrayList<>(subtype.interfaceTypes());
        if (subtype.superClassType() != null) {
            parents.add(subtype.superClassType());
        }
        Map<String, Type> arguments = new HashMap<>();
        List<Type> values = supertype.asParameterizedType().arguments();
        for (Type parent : parents) {
            if (parent.name().equals(supertype.name()) && parent.kind() == Type.Kind.PARAMETERIZED_TYPE) {
                List<Type> variables = parent.asParameterizedType().arguments();
                for (int i = 0; i < Math.min(variables.size(), values.size()); i++) {
                    if (variables.get(i).kind() == Type.Kind.TYPE_VARIABLE) {
                        arguments.put(variables.get(i).asTypeVariable().identifier(), values.get(i));
                    }
                }
            }
        }
        return arguments;
    }
}

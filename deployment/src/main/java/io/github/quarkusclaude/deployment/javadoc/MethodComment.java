package io.github.quarkusclaude.deployment.javadoc;

import java.util.List;

import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/**
 * The comment of a method.
 *
 * @param name its name; {@value #CONSTRUCTOR} for a constructor
 * @param types those of its parameters as they are written, without type arguments and annotations
 */
record MethodComment(String name, List<String> types, Comment comment) {

    private static final String CONSTRUCTOR = "<init>";

    boolean isOf(MethodInfo method) {
        if (!name.equals(method.name()) || types.size() != method.parametersCount()) {
            return false;
        }
        for (int i = 0; i < types.size(); i++) {
            String type = erased(method.parameterType(i));
            if (!type.equals(types.get(i)) && !type.endsWith("." + types.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The parameters of a compact constructor are not written down. */
    boolean isCompact() {
        return name.equals(CONSTRUCTOR) && types.isEmpty();
    }

    private static String erased(Type type) {
        return switch (type.kind()) {
            case ARRAY -> erased(type.asArrayType().componentType()) + "[]";
            case TYPE_VARIABLE -> type.asTypeVariable().identifier();
            case TYPE_VARIABLE_REFERENCE -> type.asTypeVariableReference().identifier();
            case UNRESOLVED_TYPE_VARIABLE -> type.asUnresolvedTypeVariable().identifier();
            default -> type.name().toString().replace('$', '.');
        };
    }
}

package io.github.quarkusclaude.schema;

import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * A property of an object.
 *
 * @param name its name in JSON
 * @param type the Java type, type variables resolved
 * @param nullable whether it may be missing
 * @param notEmpty whether a list must have an element
 * @param description what the model is told about it
 */
record Property(String name, Type type, boolean nullable, boolean notEmpty, @Nullable String description) {

    /** @param declared the type as it is written, whose variables {@code bindings} resolve */
    static Property of(String name, Type declared, TypeBindings bindings, Members members, Documentation documentation) {
        Type resolved = bindings.resolve(declared);
        boolean nullable = Nullability.isNullable(members.annotations()) || Nullability.isNullable(declared)
                || Nullability.isNullable(resolved);
        String description = members.description(JacksonNames.PROPERTY_DESCRIPTION, documentation);
        String constraints = Constraints.describe(members);
        return new Property(members.textOr(JacksonNames.PROPERTY, name), resolved, nullable, Constraints.excludesEmpty(members),
                description == null ? constraints : constraints == null ? description : description + "\n" + constraints);
    }
}

package io.github.quarkusclaude.schema;

import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * A property of an object.
 *
 * @param name its name in JSON
 * @param type the Java type, type variables resolved
 * @param nullable whether it may be missing
 * @param description what the model is told about it
 */
record Property(String name, Type type, boolean nullable, @Nullable String description) {

    /** @param declared the type as it is written, whose variables {@code bindings} resolve */
    static Property of(String name, Type declared, TypeBindings bindings, Members members) {
        Type resolved = bindings.resolve(declared);
        boolean nullable = Nullability.isNullable(members.annotations()) || Nullability.isNullable(declared)
                || Nullability.isNullable(resolved);
        return new Property(members.textOr(JacksonNames.PROPERTY, name), resolved, nullable,
                members.description(JacksonNames.PROPERTY_DESCRIPTION));
    }
}

package io.github.quarkusclaude.schema;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** The properties of a class that is no record: those that Jackson can set, inherited ones first. */
final class BeanProperties {

    private final TypeSchemas types;
    private final ObjectMembers members;
    private final Map<String, BeanProperty> found = new LinkedHashMap<>();

    BeanProperties(TypeSchemas types, ObjectMembers members) {
        this.types = types;
        this.members = members;
    }

    List<Property> of(ClassInfo info, Type type, String path) {
        collect(info, TypeBindings.of(info, type), path);
        creatorParameters(info, TypeBindings.of(info, type), path);
        List<Property> properties = new ArrayList<>();
        found.forEach((name, property) -> {
            if (property.canBeSet()) {
                members.add(properties, name, property.type(), property.bindings, property.members());
            }
        });
        return properties;
    }

    private void collect(ClassInfo info, TypeBindings bindings, String path) {
        Type parent = info.superClassType();
        if (parent != null && !parent.name().equals(DotName.OBJECT_NAME)) {
            Type resolved = bindings.resolve(parent);
            ClassInfo parentInfo = types.find(resolved, path);
            if (parentInfo != null) {
                collect(parentInfo, TypeBindings.of(parentInfo, resolved), path);
            }
        }
        for (FieldInfo field : info.fieldsInDeclarationOrder()) {
            if (!Modifier.isStatic(field.flags()) && !Modifier.isTransient(field.flags()) && !field.isSynthetic()) {
                property(field.name(), bindings).field = field;
            }
        }
        for (MethodInfo method : info.methodsInDeclarationOrder()) {
            accessor(method, bindings);
        }
    }

    private void accessor(MethodInfo method, TypeBindings bindings) {
        if (!Modifier.isPublic(method.flags()) || Modifier.isStatic(method.flags()) || method.isSynthetic()) {
            return;
        }
        if (method.parametersCount() == 1 && isNamed(method, "set")) {
            property(name(method, "set"), bindings).setter = method;
        } else if (method.parametersCount() == 0 && isNamed(method, "get")) {
            property(name(method, "get"), bindings).getter = method;
        } else if (method.parametersCount() == 0 && isNamed(method, "is")) {
            property(name(method, "is"), bindings).getter = method;
        }
    }

    /** Classes without setters are made by a constructor that names its parameters. */
    private void creatorParameters(ClassInfo info, TypeBindings bindings, String path) {
        MethodInfo creator = creator(info);
        if (creator == null) {
            return;
        }
        for (MethodParameterInfo parameter : creator.parameters()) {
            String name = parameter.name() != null ? parameter.name() : Members.of(parameter).text(JacksonNames.PROPERTY);
            if (name == null) {
                types.problems().add(path, "the parameters of the constructor of " + info.name() + " have no names. Compile it"
                        + " with -parameters, or name them by @JsonProperty");
                return;
            }
            property(name, bindings).parameter = parameter;
        }
    }

    private static @Nullable MethodInfo creator(ClassInfo info) {
        for (MethodInfo constructor : info.constructors()) {
            if (constructor.hasDeclaredAnnotation(JacksonNames.CREATOR)) {
                return constructor;
            }
        }
        return info.constructors().size() == 1 && info.constructors().get(0).parametersCount() > 0
                ? info.constructors().get(0)
                : null;
    }

    private BeanProperty property(String name, TypeBindings bindings) {
        BeanProperty property = found.computeIfAbsent(name, missing -> new BeanProperty());
        property.bindings = bindings;
        return property;
    }

    private static boolean isNamed(MethodInfo method, String prefix) {
        String name = method.name();
        return name.length() > prefix.length() && name.startsWith(prefix)
                && !Character.isLowerCase(name.charAt(prefix.length()));
    }

    private static String name(MethodInfo method, String prefix) {
        // as Jackson does it: all leading capitals become small
        String name = method.name().substring(prefix.length());
        int capitals = 0;
        while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
            capitals++;
        }
        return name.substring(0, capitals).toLowerCase(Locale.ROOT) + name.substring(capitals);
    }

    private static final class BeanProperty {

        private TypeBindings bindings = TypeBindings.NONE;
        private @Nullable FieldInfo field;
        private @Nullable MethodInfo getter;
        private @Nullable MethodInfo setter;
        private @Nullable MethodParameterInfo parameter;

        boolean canBeSet() {
            boolean visible = field != null && (getter != null || Modifier.isPublic(field.flags())
                    || field.hasDeclaredAnnotation(JacksonNames.PROPERTY));
            return setter != null || parameter != null || visible;
        }

        Type type() {
            if (parameter != null) {
                return parameter.type();
            }
            return setter != null ? setter.parameterType(0) : field != null ? field.type() : getter.returnType();
        }

        Members members() {
            Members members = Members.of(field, getter, parameter, setter == null ? null : setter.parameters().get(0), setter);
            if (getter != null && Nullability.isNullable(getter.returnType())) {
                return members.and(Nullability.NULLABLE);
            }
            return members;
        }
    }
}

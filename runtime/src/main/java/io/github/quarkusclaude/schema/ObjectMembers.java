package io.github.quarkusclaude.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Type;

/** What the annotations of one class, and of their members, make of its properties. */
final class ObjectMembers {

    private final SchemaProblems problems;
    private final Documentation documentation;
    private final String path;
    private final Set<String> ignored = new HashSet<>();
    private final UnaryOperator<String> naming;

    ObjectMembers(TypeSchemas types, ClassInfo info, String path) {
        this.problems = types.problems();
        this.documentation = types.documentation();
        this.path = path;
        AnnotationInstance ignore = info.declaredAnnotation(JacksonNames.IGNORE_PROPERTIES);
        AnnotationValue names = ignore == null ? null : ignore.value();
        if (names != null) {
            ignored.addAll(List.of(names.asStringArray()));
        }
        UnaryOperator<String> strategy = NamingStrategies.of(info);
        if (strategy == null) {
            problems.add(path, "the @JsonNaming of " + info.name() + " is not one of Jackson's own. Use @JsonProperty instead");
        }
        this.naming = strategy == null ? UnaryOperator.identity() : strategy;
    }

    /** Adds a property, unless it is ignored. */
    void add(List<Property> properties, String name, Type type, TypeBindings bindings, Members members) {
        if (JacksonNames.isOn(members, JacksonNames.IGNORE) || JacksonNames.isReadOnly(members)) {
            return;
        }
        Property property = Property.of(naming.apply(name), type, bindings, members, documentation);
        if (ignored.contains(property.name())) {
            return;
        }
        if (JacksonNames.isOn(members, JacksonNames.UNWRAPPED)) {
            problems.add(path + "." + property.name(), "@JsonUnwrapped is not supported. Move the properties into the type"
                    + " itself");
        }
        properties.add(property);
    }
}

package io.github.quarkusclaude.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes the schemas of all types that one schema consists of.
 */
final class TypeSchemas {

    private static final Set<String> COLLECTIONS = Set.of("java.lang.Iterable", "java.util.Collection",
            "java.util.SequencedCollection", "java.util.List", "java.util.ArrayList", "java.util.LinkedList", "java.util.Set",
            "java.util.SequencedSet", "java.util.HashSet", "java.util.LinkedHashSet", "java.util.SortedSet",
            "java.util.NavigableSet", "java.util.TreeSet", "java.util.EnumSet", "java.util.Queue", "java.util.Deque",
            "java.util.ArrayDeque");
    private static final Set<String> ANYTHING = Set.of("java.lang.Object", "com.fasterxml.jackson.databind.JsonNode");

    private final ClassLookup classes;
    private final Documentation documentation;
    private final SchemaRules rules;
    private final SchemaProblems problems;
    private final Definitions definitions = new Definitions();
    private final MapSchemas maps = new MapSchemas(this);
    private final ObjectSchemas objects = new ObjectSchemas(this);
    private final AlternativeSchemas alternatives = new AlternativeSchemas(this, objects);
    private final Deque<String> open = new ArrayDeque<>();

    TypeSchemas(ClassLookup classes, Documentation documentation, SchemaRules rules, SchemaProblems problems) {
        this.classes = classes;
        this.documentation = documentation;
        this.rules = rules;
        this.problems = problems;
    }

    ObjectSchemas objects() {
        return objects;
    }

    SchemaRules rules() {
        return rules;
    }

    SchemaProblems problems() {
        return problems;
    }

    Documentation documentation() {
        return documentation;
    }

    @Nullable
    String description(ClassInfo type) {
        return Members.of(type).description(JacksonNames.CLASS_DESCRIPTION, documentation);
    }

    /** What is known about a class; {@code null}, and a problem, if nothing. */
    @Nullable
    ClassInfo find(Type type, String path) {
        boolean platform = type.name().toString().startsWith("java.");
        ClassInfo info = platform ? null : classes.find(type.name());
        if (info == null) {
            problems.add(path, type.name() + " has no known form in JSON. Use a record, a bean or an enum of the application"
                    + " instead, or a simple type such as String");
        }
        return info;
    }

    /** The schema with the definitions it refers to. */
    ObjectNode complete(ObjectNode schema) {
        return definitions.complete(schema);
    }

    /** A value of the type, or {@code null} where the type says so. */
    ObjectNode element(Type type, String path) {
        ObjectNode schema = value(type, path);
        return Nullability.isNullable(type) ? Nulls.allow(schema) : schema;
    }

    /** A value of the type, whose type variables are resolved. */
    ObjectNode value(Type type, String path) {
        ObjectNode scalar = ScalarSchemas.of(type.name());
        if (scalar != null) {
            return scalar;
        }
        String name = type.name().toString();
        if (name.equals("java.util.Optional")) {
            return value(argument(type, 0), path);
        }
        if (type.kind() == Type.Kind.ARRAY) {
            return array(type.asArrayType().componentType(), path);
        }
        if (COLLECTIONS.contains(name)) {
            return array(argument(type, 0), path);
        }
        if (MapSchemas.isMap(name)) {
            return maps.of(argument(type, 0), argument(type, 1), path);
        }
        return ANYTHING.contains(name) ? anything(type, path) : definition(type, path);
    }

    private static Type argument(Type type, int index) {
        if (type.kind() != Type.Kind.PARAMETERIZED_TYPE) {
            return ClassType.OBJECT_TYPE;
        }
        List<Type> arguments = type.asParameterizedType().arguments();
        return index < arguments.size() ? arguments.get(index) : ClassType.OBJECT_TYPE;
    }

    private ObjectNode array(Type elements, String path) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
        schema.set("items", element(elements, path + "[*]"));
        return schema;
    }

    private ObjectNode anything(Type type, String path) {
        if (rules.strict()) {
            problems.add(path, type.name() + " can be anything. Say what it is by a type of its own, and give collections their"
                    + " element type");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode definition(Type type, String path) {
        String key = key(type);
        if (open.contains(key)) {
            if (rules.strict()) {
                problems.add(path, type.name() + " contains itself, and recursive schemas are not supported. Use a type of its"
                        + " own for each level, or a flat list whose elements refer to each other by an id");
            }
        } else if (!definitions.contains(key)) {
            ClassInfo info = find(type, path);
            if (info == null) {
                return JsonNodeFactory.instance.objectNode();
            }
            definitions.announce(key, info.simpleName());
            open.push(key);
            definitions.define(key, declared(info, type, path));
            open.pop();
        }
        return definitions.reference(key);
    }

    /** The type without annotations of its own, but with those of its arguments. */
    private static String key(Type type) {
        return type.kind() == Type.Kind.PARAMETERIZED_TYPE ? type.name() + "" + type.asParameterizedType().arguments()
                : type.name().toString();
    }

    private ObjectNode declared(ClassInfo info, Type type, String path) {
        if (info.isEnum()) {
            return EnumSchemas.of(info, path, this);
        }
        MethodInfo single = singleValue(info);
        if (single != null) {
            ObjectNode schema = value(TypeBindings.of(info, type).resolve(single.returnType()), path);
            Descriptions.prepend(schema, description(info));
            return schema;
        }
        if (alternatives.has(info)) {
            return alternatives.of(info, type, path);
        }
        if (info.isAbstract()) {
            problems.add(path, info.name() + " is abstract, so that its form is open. Make it sealed, or list its"
                    + " implementations by @JsonSubTypes");
            return JsonNodeFactory.instance.objectNode();
        }
        return objects.of(info, type, path);
    }

    private static @Nullable MethodInfo singleValue(ClassInfo info) {
        for (MethodInfo method : info.methods()) {
            if (JacksonNames.isOn(Members.of(method), JacksonNames.VALUE)) {
                return method;
            }
        }
        return null;
    }
}

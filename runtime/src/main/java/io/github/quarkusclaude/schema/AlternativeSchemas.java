package io.github.quarkusclaude.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The schemas of types that are one of several: sealed ones, and those that list their subtypes for Jackson. A property
 * says which one it is.
 */
final class AlternativeSchemas {

    private final TypeSchemas types;
    private final ObjectSchemas objects;

    AlternativeSchemas(TypeSchemas types, ObjectSchemas objects) {
        this.types = types;
        this.objects = objects;
    }

    boolean has(ClassInfo info) {
        return info.isSealed() || info.hasDeclaredAnnotation(JacksonNames.SUB_TYPES);
    }

    ObjectNode of(ClassInfo info, Type type, String path) {
        String tagName = tagName(info, path);
        Map<String, Type> subtypes = new LinkedHashMap<>();
        collect(info, type, use(info).equals("NAME"), path, subtypes);
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ArrayNode alternatives = schema.putArray("anyOf");
        subtypes.forEach((tag, subtype) -> {
            ClassInfo alternative = types.find(subtype, path);
            if (alternative != null) {
                alternatives.add(tagName == null ? objects.of(alternative, subtype, path)
                        : objects.tagged(alternative, subtype, tagName, tag, path));
            }
        });
        Descriptions.prepend(schema, types.description(info));
        return schema;
    }

    /** The property that says which alternative a value is; {@code null} if Jackson deduces it from the properties. */
    private @Nullable String tagName(ClassInfo info, String path) {
        AnnotationInstance typeInfo = info.declaredAnnotation(JacksonNames.TYPE_INFO);
        if (typeInfo == null) {
            return SealedTypes.TAG;
        }
        String use = use(info);
        if (use.equals("DEDUCTION")) {
            return null;
        }
        AnnotationValue include = typeInfo.value("include");
        boolean property = include == null || include.asEnum().equals("PROPERTY")
                || include.asEnum().equals("EXISTING_PROPERTY");
        if (!property || !(use.equals("NAME") || use.equals("SIMPLE_NAME"))) {
            types.problems().add(path, "the @JsonTypeInfo of " + info.name() + " must have use NAME, SIMPLE_NAME or DEDUCTION,"
                    + " and include PROPERTY");
        }
        AnnotationValue name = typeInfo.value("property");
        return name == null || name.asString().isEmpty() ? "@type" : name.asString();
    }

    private static String use(ClassInfo info) {
        AnnotationInstance typeInfo = info.declaredAnnotation(JacksonNames.TYPE_INFO);
        AnnotationValue use = typeInfo == null ? null : typeInfo.value("use");
        return use == null ? "" : use.asEnum();
    }

    private void collect(ClassInfo info, Type type, boolean qualified, String path, Map<String, Type> subtypes) {
        AnnotationInstance listed = info.declaredAnnotation(JacksonNames.SUB_TYPES);
        if (listed != null && listed.value() != null) {
            for (AnnotationInstance subtype : listed.value().asNestedArray()) {
                AnnotationValue name = subtype.value("name");
                add(subtype.value().asClass().name(), type, name == null ? "" : name.asString(), qualified, path, subtypes);
            }
        } else {
            for (DotName subtype : new TreeSet<>(info.permittedSubclasses())) {
                add(subtype, type, "", qualified, path, subtypes);
            }
        }
        if (!info.isAbstract()) {
            subtypes.putIfAbsent(tag(info, qualified), type);
        }
    }

    private void add(DotName subtype, Type parent, String name, boolean qualified, String path, Map<String, Type> subtypes) {
        ClassInfo info = types.find(Type.create(subtype, Type.Kind.CLASS), path);
        if (info == null) {
            return;
        }
        Type type = Subtypes.bound(info, parent);
        if (has(info)) {
            collect(info, type, qualified, path, subtypes);
            return;
        }
        String tag = name.isEmpty() ? tag(info, qualified) : name;
        Type other = subtypes.putIfAbsent(tag, type);
        if (other != null && !other.equals(type)) {
            types.problems().add(path, "two alternatives are called \"" + tag + "\". Name them by @JsonTypeName");
        }
    }

    /** Jackson's own name for a nested class has that of the outer one before it. */
    private static String tag(ClassInfo info, boolean qualified) {
        String name = Members.of(info).text(JacksonNames.TYPE_NAME);
        if (name != null) {
            return name;
        }
        return qualified ? info.name().withoutPackagePrefix() : info.simpleName();
    }
}

package io.github.quarkusclaude.schema;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;

/** Jackson's annotations that decide about the form of a type. */
final class JacksonNames {

    static final DotName PROPERTY = name("JsonProperty");
    static final DotName IGNORE = name("JsonIgnore");
    static final DotName IGNORE_PROPERTIES = name("JsonIgnoreProperties");
    static final DotName PROPERTY_DESCRIPTION = name("JsonPropertyDescription");
    static final DotName CLASS_DESCRIPTION = name("JsonClassDescription");
    static final DotName CREATOR = name("JsonCreator");
    static final DotName VALUE = name("JsonValue");
    static final DotName UNWRAPPED = name("JsonUnwrapped");
    static final DotName TYPE_INFO = name("JsonTypeInfo");
    static final DotName SUB_TYPES = name("JsonSubTypes");
    static final DotName TYPE_NAME = name("JsonTypeName");
    static final DotName NAMING = DotName.createSimple("com.fasterxml.jackson.databind.annotation.JsonNaming");

    private JacksonNames() {
    }

    private static DotName name(String simple) {
        return DotName.createSimple("com.fasterxml.jackson.annotation." + simple);
    }

    /** Whether an annotation that can be switched off by {@code value = false} is present and on. */
    static boolean isOn(Members members, DotName name) {
        AnnotationInstance annotation = members.find(name);
        AnnotationValue value = annotation == null ? null : annotation.value();
        return annotation != null && (value == null || value.asBoolean());
    }

    /** Whether a property is only ever written by Jackson, and never read. */
    static boolean isReadOnly(Members members) {
        AnnotationInstance property = members.find(PROPERTY);
        AnnotationValue access = property == null ? null : property.value("access");
        return access != null && access.asEnum().equals("READ_ONLY");
    }
}

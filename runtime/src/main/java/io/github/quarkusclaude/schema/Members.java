package io.github.quarkusclaude.schema;

import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.Declaration;
import org.jboss.jandex.DotName;
import org.jspecify.annotations.Nullable;

/**
 * The annotations that the members of one property have together. A component of a record, for instance, passes its
 * annotations on to a field, an accessor or a parameter, depending on where each may stand.
 */
record Members(List<AnnotationInstance> annotations) {

    private static final DotName DESCRIPTION = DotName.createSimple(Description.class);

    static Members of(@Nullable Declaration... declarations) {
        List<AnnotationInstance> annotations = new ArrayList<>();
        for (Declaration declaration : declarations) {
            if (declaration != null) {
                annotations.addAll(declaration.declaredAnnotations());
            }
        }
        return new Members(annotations);
    }

    /** These annotations and one more. */
    Members and(AnnotationInstance annotation) {
        List<AnnotationInstance> all = new ArrayList<>(annotations);
        all.add(annotation);
        return new Members(all);
    }

    @Nullable
    AnnotationInstance find(DotName name) {
        for (AnnotationInstance annotation : annotations) {
            if (annotation.name().equals(name)) {
                return annotation;
            }
        }
        return null;
    }

    /** The text of an annotation's value; {@code null} if there is none or it is empty. */
    @Nullable
    String text(DotName name) {
        AnnotationInstance annotation = find(name);
        AnnotationValue value = annotation == null ? null : annotation.value();
        return value == null || value.asString().isEmpty() ? null : value.asString();
    }

    /** The text of an annotation's value, or the other name. */
    String textOr(DotName name, String other) {
        String text = text(name);
        return text == null ? other : text;
    }

    @Nullable
    String description(DotName other) {
        String description = text(DESCRIPTION);
        return description == null ? text(other) : description;
    }
}

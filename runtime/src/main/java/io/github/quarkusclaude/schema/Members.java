package io.github.quarkusclaude.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.Declaration;
import org.jboss.jandex.DotName;
import org.jspecify.annotations.Nullable;

/**
 * The annotations that the members of one property have together. A component of a record, for instance, passes its
 * annotations on to a field, an accessor or a parameter, depending on where each may stand.
 *
 * @param declarations the members, that which says most about the property first
 */
record Members(List<Declaration> declarations, List<AnnotationInstance> annotations) {

    private static final DotName DESCRIPTION = DotName.createSimple(Description.class);

    static Members of(@Nullable Declaration... declarations) {
        List<Declaration> present = new ArrayList<>();
        List<AnnotationInstance> annotations = new ArrayList<>();
        for (Declaration declaration : declarations) {
            if (declaration != null) {
                present.add(declaration);
                annotations.addAll(declaration.declaredAnnotations());
            }
        }
        return new Members(present, annotations);
    }

    /** These annotations and one more. */
    Members and(AnnotationInstance annotation) {
        List<AnnotationInstance> all = new ArrayList<>(annotations);
        all.add(annotation);
        return new Members(declarations, all);
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

    /** What the model is told: what an annotation says, else what a comment in the source code does. */
    @Nullable
    String description(DotName other, Documentation documentation) {
        String description = text(DESCRIPTION);
        if (description == null) {
            description = text(other);
        }
        return description == null && find(DESCRIPTION) == null ? comment(documentation) : description;
    }

    private @Nullable String comment(Documentation documentation) {
        return declarations.stream().map(documentation::of).filter(Objects::nonNull).findFirst().orElse(null);
    }
}

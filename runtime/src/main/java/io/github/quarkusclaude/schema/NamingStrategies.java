package io.github.quarkusclaude.schema;

import java.util.Map;
import java.util.function.UnaryOperator;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.NamingBase;

/** What {@code @JsonNaming} on a class makes of the names of its properties. */
final class NamingStrategies {

    private static final Map<String, NamingBase> KNOWN = Map.of(
            "SnakeCaseStrategy", new PropertyNamingStrategies.SnakeCaseStrategy(),
            "UpperSnakeCaseStrategy", new PropertyNamingStrategies.UpperSnakeCaseStrategy(),
            "LowerCamelCaseStrategy", new PropertyNamingStrategies.LowerCamelCaseStrategy(),
            "UpperCamelCaseStrategy", new PropertyNamingStrategies.UpperCamelCaseStrategy(),
            "LowerCaseStrategy", new PropertyNamingStrategies.LowerCaseStrategy(),
            "KebabCaseStrategy", new PropertyNamingStrategies.KebabCaseStrategy(),
            "LowerDotCaseStrategy", new PropertyNamingStrategies.LowerDotCaseStrategy());

    private NamingStrategies() {
    }

    /** The translation of names, or {@code null} if the class has a strategy of its own making. */
    static @Nullable UnaryOperator<String> of(ClassInfo type) {
        AnnotationInstance naming = type.declaredAnnotation(JacksonNames.NAMING);
        AnnotationValue strategy = naming == null ? null : naming.value();
        if (strategy == null) {
            return UnaryOperator.identity();
        }
        String name = strategy.asClass().name().toString();
        NamingBase known = name.startsWith("com.fasterxml.jackson.databind.PropertyNamingStrategies$")
                ? KNOWN.get(name.substring(name.indexOf('$') + 1))
                : null;
        return known == null ? null : known::translate;
    }
}

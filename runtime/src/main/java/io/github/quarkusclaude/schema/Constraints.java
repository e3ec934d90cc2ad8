package io.github.quarkusclaude.schema;

import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jspecify.annotations.Nullable;

/**
 * What the constraints of Bean Validation on a property mean for its schema. A schema for the API can hardly express any,
 * so the model is told in words; whether a value holds them is for the application to check.
 */
final class Constraints {

    private static final String PACKAGE = "jakarta.validation.constraints.";

    private Constraints() {
    }

    /** In words, or {@code null} if there are none. */
    static @Nullable String describe(Members members) {
        List<String> texts = new ArrayList<>();
        for (AnnotationInstance annotation : members.annotations()) {
            String name = annotation.name().toString();
            String text = name.startsWith(PACKAGE) ? describe(name.substring(PACKAGE.length()), annotation) : null;
            if (text != null && !texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts.isEmpty() ? null : "Must be " + String.join(" and ", texts);
    }

    private static @Nullable String describe(String constraint, AnnotationInstance annotation) {
        return switch (constraint) {
            case "Min", "DecimalMin" -> "at least " + annotation.value().value();
            case "Max", "DecimalMax" -> "at most " + annotation.value().value();
            case "Positive" -> "greater than 0";
            case "PositiveOrZero" -> "at least 0";
            case "Negative" -> "less than 0";
            case "NegativeOrZero" -> "at most 0";
            case "Size" -> size(annotation.value("min"), annotation.value("max"));
            case "Pattern" -> "text that matches the regular expression " + annotation.value("regexp").asString();
            case "NotBlank", "NotEmpty" -> "not empty";
            case "Email" -> "an e-mail address";
            case "Past", "PastOrPresent" -> "in the past";
            case "Future", "FutureOrPresent" -> "in the future";
            default -> null;
        };
    }

    private static @Nullable String size(@Nullable AnnotationValue least, @Nullable AnnotationValue most) {
        if (least == null && most == null) {
            return null;
        }
        if (least == null) {
            return "no longer than " + most.asInt();
        }
        return most == null ? "no shorter than " + least.asInt()
                : "between " + least.asInt() + " and " + most.asInt() + " long";
    }

    /** Whether a list must not be empty, the one bound a schema can express. */
    static boolean excludesEmpty(Members members) {
        for (AnnotationInstance annotation : members.annotations()) {
            String name = annotation.name().toString();
            AnnotationValue least = annotation.value("min");
            if (name.equals(PACKAGE + "NotEmpty") || name.equals(PACKAGE + "Size") && least != null && least.asInt() > 0) {
                return true;
            }
        }
        return false;
    }
}

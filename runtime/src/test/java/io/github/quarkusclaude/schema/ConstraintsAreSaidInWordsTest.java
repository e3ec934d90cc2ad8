package io.github.quarkusclaude.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationInstanceBuilder;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;
import org.junit.jupiter.api.Test;

/** Constraints that a schema cannot express are told to the model. */
class ConstraintsAreSaidInWordsTest {

    @Test
    void boundsAreInTheDescription() {
        assertThat(described(constraint("Min").add("value", 1L).build(), constraint("Max").add("value", 5L).build()))
                .isEqualTo("Must be at least 1 and at most 5");
        assertThat(described(constraint("DecimalMin").add("value", "0.5").build())).isEqualTo("Must be at least 0.5");
        assertThat(described(constraint("Size").add("max", 9).build())).isEqualTo("Must be no longer than 9");
        assertThat(described(constraint("Size").add("min", 2).build())).isEqualTo("Must be no shorter than 2");
        assertThat(described(constraint("NotBlank").build(), constraint("Pattern").add("regexp", "[A-Z]+").build()))
                .isEqualTo("Must be not empty and text that matches the regular expression [A-Z]+");
        assertThat(described(constraint("NotNull").build())).isNull();
    }

    @Test
    void theyFollowTheDescriptionAndAreSaidOnce() {
        AnnotationInstance description = AnnotationInstance.builder(Description.class).value("how many").build();
        AnnotationInstance positive = constraint("Positive").build();

        assertThat(described(description, positive, positive)).isEqualTo("how many\nMust be greater than 0");
    }

    @Test
    void listsThatMustNotBeEmptySaySo() {
        assertThat(property(constraint("NotEmpty").build()).notEmpty()).isTrue();
        assertThat(property(constraint("Size").add("min", 1).build()).notEmpty()).isTrue();
        assertThat(property(constraint("Size").add("max", 1).build()).notEmpty()).isFalse();
    }

    private static String described(AnnotationInstance... annotations) {
        return property(annotations).description();
    }

    private static Property property(AnnotationInstance... annotations) {
        return Property.of("goods", Type.create(String[].class), TypeBindings.NONE,
                new Members(List.of(), List.of(annotations)), Documentation.NONE);
    }

    private static AnnotationInstanceBuilder constraint(String name) {
        return AnnotationInstance.builder(DotName.createSimple("jakarta.validation.constraints." + name), true);
    }
}

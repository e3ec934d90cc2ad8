package io.github.quarkusclaude.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jboss.jandex.Type;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;

/** A type the API cannot make the model answer with is refused, with everything that is wrong and what to change. */
class ImpossibleTypesAreRefusedTest {

    interface Open {
    }

    enum Empty {
    }

    enum Computed {
        A;

        @JsonValue
        String text() {
            return "a";
        }
    }

    record Tree(String name, List<Tree> children) {
    }

    record Inner(Object anything) {
    }

    @SuppressWarnings("rawtypes")
    record Impossible(Map<String, String> map, Inner inner, List raw, InputStream stream, Open open, Empty empty,
            Computed computed, @JsonUnwrapped Inner unwrapped) {
    }

    @Test
    void everythingWrongIsToldAtOnceAndWhere() {
        List<String> problems = Schemas.problems(Impossible.class);

        assertThat(problems).extracting(problem -> problem.substring(0, problem.indexOf(':'))).containsExactlyInAnyOrder(
                "$.map", "$.inner.anything", "$.raw[*]", "$.stream", "$.open", "$.empty", "$.computed", "$.unwrapped");
        assertThat(problems).anySatisfy(problem -> assertThat(problem).startsWith("$.map:").contains("List of a record"));
        assertThat(problems).anySatisfy(problem -> assertThat(problem).startsWith("$.stream:").contains("java.io.InputStream"));
        assertThat(problems).anySatisfy(problem -> assertThat(problem).startsWith("$.open:").contains("sealed"));
        assertThatThrownBy(() -> Schemas.of(Impossible.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Impossible.class.getName()).hasMessageContaining("$.inner.anything");
    }

    @Test
    void typesThatContainThemselvesAreRefused() {
        assertThat(Schemas.problems(Tree.class)).singleElement().asString().startsWith("$.children[*]: ")
                .contains("contains itself");
    }

    record Options(Optional<String> a, Optional<String> b, Optional<String> c, Optional<String> d, Optional<String> e) {
    }

    record TooManyOptions(Options a, Options b, Options c, Options d, Options e) {
    }

    @Test
    void tooManyOptionalPropertiesAreRefused() {
        assertThat(Schemas.problems(TooManyOptions.class)).singleElement().asString()
                .contains("25 properties that are not required").contains("24");
    }

    sealed interface Shape {
    }

    record Circle(String type) implements Shape {
    }

    record Drawing(Shape shape) {
    }

    @Test
    void alternativesMustBeDistinguishable() {
        assertThat(Schemas.problems(Drawing.class)).singleElement().asString().startsWith("$.shape.type: ");
    }

    interface Service {
        void call(Map<String, Integer> map, Tree tree);
    }

    @Test
    void parametersAreRefusedLikeTypes() {
        assertThatThrownBy(() -> Schemas.GENERATOR.forParameters(Schemas.method(Service.class, "call")))
                .isInstanceOf(InvalidSchemaException.class).hasMessageContaining("Service.call").hasMessageContaining("$.map")
                .hasMessageContaining("$.tree.children[*]");
    }

    @Test
    void answersThatAreNoObjectsArePutIntoOne() {
        AnswerSchema list = Schemas.GENERATOR.forAnswer(Type.create(String[].class));
        assertThat(list.wrapped()).isTrue();
        assertThat(list.schema().toString()).startsWith(
                "{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"array\"");
        assertThat(Schemas.GENERATOR.forAnswer(Type.create(Options.class)).wrapped()).isFalse();
    }
}

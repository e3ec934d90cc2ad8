package io.github.quarkusclaude.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.ArrayType;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;

import com.fasterxml.jackson.databind.JsonNode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However types are put together, their schema is one the API takes, or the limit it breaks is named. */
class AnySchemaIsWithinTheSubsetTest {

    enum Size {
        SMALL,
        LARGE
    }

    record Pair<A, B>(A first, Optional<B> second, List<A> others) {
    }

    sealed interface Choice<T> {
    }

    record Some<T>(T value) implements Choice<T> {
    }

    record None<T>(Size size) implements Choice<T> {
    }

    @Property(tries = 500)
    void ofAnyType(@ForAll("types") Type type) {
        AnswerSchema answer;
        try {
            answer = Schemas.GENERATOR.forAnswer(type);
        } catch (InvalidSchemaException e) {
            assertThat(e.problems()).allSatisfy(problem -> assertThat(problem).contains("in a request"));
            return;
        }
        JsonNode schema = answer.schema().json().tree();
        assertThat(JsonSchema.of(schema.toString()).json()).isEqualTo(answer.schema().json());
        assertThat(schema.path("type").asText()).isEqualTo("object");
        assertThat(definitions(schema)).as("everything that is defined is used").isEqualTo(references(schema));
        assertThat(Schemas.GENERATOR.forAnswer(type)).as("the same each time").isEqualTo(answer);
    }

    private static Set<String> definitions(JsonNode schema) {
        Set<String> names = new HashSet<>();
        schema.path("$defs").fieldNames().forEachRemaining(name -> names.add("#/$defs/" + name));
        return names;
    }

    private static Set<String> references(JsonNode schema) {
        return new HashSet<>(schema.findValuesAsText("$ref"));
    }

    @Provide
    Arbitrary<Type> types() {
        Arbitrary<Type> simple = Arbitraries.of(String.class, Integer.class, Boolean.class, Size.class, java.util.UUID.class,
                java.time.Duration.class, byte[].class).map(Type::create);
        return Arbitraries.lazyOf(() -> simple, () -> simple,
                () -> types().map(element -> generic(List.class, element)),
                () -> types().map(element -> generic(Optional.class, element)),
                () -> types().map(value -> generic(java.util.Map.class, Type.create(Size.class), value)),
                () -> types().map(value -> generic(Choice.class, value)),
                () -> types().flatMap(first -> types().map(second -> generic(Pair.class, first, second))),
                () -> types().map(element -> ArrayType.create(element, 1)));
    }

    private static Type generic(Class<?> type, Type... arguments) {
        return ParameterizedType.create(type, arguments);
    }
}

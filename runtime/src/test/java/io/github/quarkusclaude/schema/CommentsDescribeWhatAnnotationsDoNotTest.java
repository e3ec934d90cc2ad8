package io.github.quarkusclaude.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.jboss.jandex.Declaration;
import org.jboss.jandex.Type;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** Comments stand where annotations would. */
class CommentsDescribeWhatAnnotationsDoNotTest {

    private static final SchemaGenerator GENERATOR = new SchemaGenerator(
            new LoadedClasses(CommentsDescribeWhatAnnotationsDoNotTest.class.getClassLoader()),
            CommentsDescribeWhatAnnotationsDoNotTest::says,
            true);

    record Described(@Description("annotated") String by, @Description("") String kept, String told, Level level) {
    }

    enum Level {
        LOW,
        @Description("annotated")
        HIGH
    }

    record A(B b, C c, D d, E e, F f, G g, H h) {
    }

    record B(A a, C c, D d, E e, F f, G g, H h) {
    }

    record C(A a, B b, D d, E e, F f, G g, H h) {
    }

    record D(A a, B b, C c, E e, F f, G g, H h) {
    }

    record E(A a, B b, C c, D d, F f, G g, H h) {
    }

    record F(A a, B b, C c, D d, E e, G g, H h) {
    }

    record G(A a, B b, C c, D d, E e, F f, H h) {
    }

    record H(A a, B b, C c, D d, E e, F f, G g) {
    }

    @Test
    void annotationsWin() {
        JsonNode schema = schema(Described.class);

        assertThat(schema.path("description").asText()).isEqualTo("comment of a class");
        JsonNode properties = schema.path("properties");
        assertThat(properties.path("by").path("description").asText()).isEqualTo("annotated");
        assertThat(properties.path("kept").has("description")).isFalse();
        assertThat(properties.path("told").path("description").asText()).isEqualTo("comment of a record_component");
        assertThat(properties.path("level").path("description").asText()).isEqualTo("comment of a record_component\n"
                + "comment of a class\nLOW: comment of a field\nHIGH: annotated");
    }

    /** What is described is written wherever it is used, which has an end. */
    @Test
    void typesThatContainEachOtherStayHandy() {
        String schema = GENERATOR.lenient().forType(Type.create(A.class)).json().toString();

        assertThat(schema).contains("comment of a record_component").hasSizeLessThan(200_000);
    }

    private static JsonNode schema(Class<?> type) {
        return GENERATOR.forType(Type.create(type)).json().tree();
    }

    private static String says(Declaration declaration) {
        return "comment of a " + declaration.kind().name().toLowerCase(Locale.ROOT);
    }
}

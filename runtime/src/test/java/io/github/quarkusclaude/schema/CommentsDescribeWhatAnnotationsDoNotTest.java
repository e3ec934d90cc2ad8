package io.github.quarkusclaude.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.jboss.jandex.Declaration;
import org.jboss.jandex.Type;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** Comments stand where annotations would, and never make a type impossible. */
class CommentsDescribeWhatAnnotationsDoNotTest {

    private static final SchemaGenerator GENERATOR = new SchemaGenerator(
            new LoadedClasses(CommentsDescribeWhatAnnotationsDoNotTest.class.getClassLoader()), declaration -> says(declaration),
            true);

    record Described(@Description("annotated") String by, @Description("") String kept, String told, Level level) {
    }

    enum Level {
        LOW,
        @Description("annotated")
        HIGH
    }

    record Options(Optional<String> a, Optional<String> b, Optional<String> c, Optional<String> d, Optional<String> e) {
    }

    record Many(Options first, Options second, Options third, Options fourth, Options fifth) {
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

    /** What is described is written wherever it is used, so that its properties count several times. */
    @Test
    void commentsTakeNoSchemaOverALimit() {
        assertThat(schema(Many.class)).isEqualTo(Schemas.of(Many.class));
    }

    private static JsonNode schema(Class<?> type) {
        return GENERATOR.forType(Type.create(type)).json().tree();
    }

    private static String says(Declaration declaration) {
        return "comment of a " + declaration.kind().name().toLowerCase();
    }
}

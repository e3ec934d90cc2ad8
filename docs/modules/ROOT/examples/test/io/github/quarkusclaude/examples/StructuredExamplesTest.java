package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.schema.StructuredOutputs;
import io.quarkus.test.junit.QuarkusTest;

/** The examples of structured output and of cost do what the guide says. */
@QuarkusTest
class StructuredExamplesTest {

    @Inject
    Structured structured;

    @Inject
    StructuredOutputs outputs;

    @Inject
    Costs costs;

    @Test
    void answersAreJavaValues() {
        assertThat(structured.recipe("soup")).satisfies(recipe -> {
            assertThat(recipe.title()).isNotEmpty();
            assertThat(recipe.difficulty()).isNotNull();
            assertThat(recipe.ingredients()).isNotEmpty();
            assertThat(recipe.steps()).isNotEmpty();
        });
        assertThat(structured.payment("By card, please").await().atMost(Duration.ofSeconds(30)))
                .isInstanceOfAny(Structured.Card.class, Structured.Transfer.class);
        assertThat(structured.failures("soup")).isNotEmpty();
        assertThat(structured.byHand("Is water wet?").tree().path("answer").asText()).isIn("yes", "no");
    }

    @Test
    void commentsDescribeTypes() {
        assertThat(structured.reservation("Two of us, tomorrow at eight").time()).isNotNull();

        JsonNode schema = outputs.of(Structured.Reservation.class).schema().json().tree();
        assertThat(schema.path("description").asText()).isEqualTo("A table for guests.");
        assertThat(schema.path("properties").path("guests").path("description").asText())
                .isEqualTo("how many come, children included");
    }

    @Test
    void streamsEndInAJavaValue() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Structured.Recipe recipe = structured.stream("soup", new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{").contains(recipe.title());
    }

    @Test
    void answersHaveACost() {
        assertThat(costs.cost("What is 6 * 7?")).matches("0\\.0\\d+ USD");
        assertThat(costs.saving("Be brief.", List.of("One?", "Two?"))).as("the simulator caches nothing").isZero();
    }
}

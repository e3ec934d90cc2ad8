package io.github.quarkusclaude.deployment.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.deployment.schema.Recipes.Cook;
import io.github.quarkusclaude.deployment.schema.Recipes.Course;
import io.github.quarkusclaude.deployment.schema.Recipes.Everything;
import io.github.quarkusclaude.deployment.schema.Recipes.Recipe;
import io.github.quarkusclaude.deployment.schema.Recipes.Step;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.error.MalformedAnswerException;
import io.github.quarkusclaude.error.RefusalException;
import io.github.quarkusclaude.error.TruncatedAnswerException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.OutputConfig;
import io.github.quarkusclaude.message.OutputFormat;
import io.github.quarkusclaude.message.StructuredMessage;
import io.github.quarkusclaude.schema.InvalidSchemaException;
import io.github.quarkusclaude.schema.OutputType;
import io.github.quarkusclaude.schema.StructuredOutputs;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.stream.MessageStream;
import io.quarkus.test.QuarkusUnitTest;

/** An answer is a Java value of the type that was asked for, or an exception that says why not. */
class StructuredAnswersTest {

    private static final String RECIPE = """
            {"title":"Soup","servings":4,"course":"main-course","ingredients":[{"name":"water","amount":1.50,"unit":"l"}],
            "source":"grandmother","time":"PT1H30M"}""";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(jar -> jar.addClass(Recipes.class))
            .overrideConfigKey("quarkus.claude.devservices.enabled", "false")
            // the application's own JSON has other names, that of answers does not
            .overrideConfigKey("quarkus.jackson.property-naming-strategy", "SNAKE_CASE")
            .overrideConfigKey("quarkus.jackson.fail-on-unknown-properties", "true")
            .overrideConfigKey("quarkus.claude.api-key", ClaudeSimulator.DEFAULT_API_KEY);

    @Inject
    ClaudeClients clients;

    @Inject
    StructuredOutputs outputs;

    private ClaudeSimulator simulator;
    private ClaudeClient claude;

    @BeforeEach
    void connect() {
        simulator = ClaudeSimulator.builder().start();
        claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build();
    }

    @AfterEach
    void close() {
        claude.close();
        simulator.close();
    }

    @Test
    void theAnswerIsTheValueThatWasAskedFor() {
        simulator.script(ScriptedAnswer.text(RECIPE));

        StructuredMessage<Recipe> answer = claude.generate("A soup, please", Recipe.class);

        assertThat(answer.value().title()).isEqualTo("Soup");
        assertThat(answer.value().course()).isEqualTo(Course.MAIN);
        assertThat(answer.value().ingredients()).singleElement()
                .satisfies(ingredient -> assertThat(ingredient.amount()).isEqualByComparingTo("1.5"));
        assertThat(answer.value().source()).hasValue("grandmother");
        assertThat(answer.value().time()).isEqualTo(Duration.ofMinutes(90));
        assertThat(answer.message().usage().outputTokens()).isPositive();
        assertThat(answer.toString()).doesNotContain("Soup");
    }

    @Test
    void theSchemaTravelsAsOutputFormatAndEverythingElseStays() {
        simulator.script(ScriptedAnswer.text(RECIPE));

        claude.generate(MessageRequest.builder().model("claude-opus-5-5").outputConfig(OutputConfig.effort("low"))
                .user("A soup, please").build(), Recipe.class);

        JsonNode body = simulator.requests().get(0).body();
        assertThat(body.at("/output_config/effort").asText()).isEqualTo("low");
        assertThat(body.at("/output_config/format/type").asText()).isEqualTo("json_schema");
        assertThat(body.at("/output_config/format/schema")).isEqualTo(outputs.of(Recipe.class).schema().json().tree());
        assertThat(body.at("/output_config/format/schema/required")).extracting(JsonNode::asText)
                .containsExactly("title", "servings", "course", "ingredients");
        assertThat(body.has("tools")).isFalse();
        assertThat(body.has("tool_choice")).isFalse();
    }

    @Test
    void whateverTheSchemaAllowsCanBeRead() {
        for (int i = 0; i < 20; i++) {
            Everything everything = claude.generate("Example number " + i, Everything.class).value();
            assertThat(everything.steps()).isNotEmpty().hasOnlyElementsOfType(Step.class);
            assertThat(everything.bean().getName()).isNotNull();
            assertThat(everything.bean().rest()).isNotEmpty();
            assertThat(everything.duration()).isNotNull();
        }
    }

    @Test
    void typesThatAreNoObjectsCanBeAskedFor() {
        simulator.script(ScriptedAnswer.text("{\"value\":[{\"type\":\"Cook\",\"minutes\":5}]}"),
                ScriptedAnswer.text("{\"value\":\"dessert\"}"), ScriptedAnswer.text("{\"value\":42}"),
                ScriptedAnswer.text("{\"value\":\"2028-02-29T12:00:00\"}"));

        assertThat(claude.generate("Steps", Step[].class).value()).containsExactly(new Cook(5, null));
        assertThat(claude.generate("Course", Course.class).value()).as("in any letter case").isEqualTo(Course.DESSERT);
        assertThat(claude.generate("Number", Integer.class).value()).isEqualTo(42);
        assertThat(claude.generate("Moment", LocalDateTime.class).value()).isEqualTo("2028-02-29T12:00:00");
    }

    @Test
    void theReactiveTwinAnswersTheSame() {
        simulator.script(ScriptedAnswer.text(RECIPE));

        assertThat(claude.reactive().generate("A soup, please", Recipe.class).await().atMost(Duration.ofSeconds(10)).value()
                .title()).isEqualTo("Soup");
    }

    @Test
    void streamsCanEndInAValue() {
        simulator.script(ScriptedAnswer.text(RECIPE));
        OutputType<Recipe> recipe = outputs.of(Recipe.class);

        try (MessageStream stream = claude.stream(recipe.askedBy(MessageRequest.of("A soup, please")))) {
            assertThat(stream.text()).isNotEmpty();
            assertThat(recipe.of(stream.finalMessage()).value().servings()).isEqualTo(4);
        }
    }

    @Test
    void whatTheModelThinksAndSaysBeforeIsNotTheAnswer() {
        simulator.script(ScriptedAnswer.message("""
                {"content":[{"type":"thinking","thinking":"Soup?","signature":"c2ln"},{"type":"text","text":"One moment."},
                {"type":"text","text":"{\\"value\\":\\"STARTER\\"}"}],"stop_reason":"end_turn"}"""));

        assertThat(claude.generate("Course", Course.class).value()).isEqualTo(Course.STARTER);
    }

    @Test
    void aRefusalSaysWhy() {
        simulator.script(ScriptedAnswer.message("""
                {"content":[],"stop_reason":"refusal",
                "stop_details":{"type":"refusal","category":"bio","explanation":"Too dangerous."}}"""));

        assertThatThrownBy(() -> claude.generate("Poison", Recipe.class))
                .isInstanceOfSatisfying(RefusalException.class, e -> {
                    assertThat(e.category()).hasValue("bio");
                    assertThat(e.explanation()).hasValue("Too dangerous.");
                    assertThat(e.answer().isRefusal()).isTrue();
                }).hasMessageContaining("Too dangerous.");
    }

    @Test
    void anAnswerThatIsCutOffIsNotTakenForAWholeOne() {
        simulator.script(ScriptedAnswer.text(RECIPE));

        assertThatThrownBy(() -> claude.generate(MessageRequest.builder().maxTokens(9).user("A soup").build(), Recipe.class))
                .isInstanceOfSatisfying(TruncatedAnswerException.class, e -> {
                    assertThat(e.answer().text()).startsWith("{\"title\":");
                    assertThat(e.partialMessage()).hasValue(e.answer());
                }).hasMessageContaining("max_tokens").hasMessageNotContaining("Soup");
    }

    @Test
    void anAnswerOfAnotherFormIsSaidToBe() {
        simulator.script(ScriptedAnswer.text(RECIPE.replace("1.50", "\"secret\"")), ScriptedAnswer.text("I'd rather not"),
                ScriptedAnswer.text("{\"value\":null}"), ScriptedAnswer.text("{\"title\":\"Soup\"}"));

        assertThatThrownBy(() -> claude.generate("A soup", Recipe.class))
                .isInstanceOfSatisfying(MalformedAnswerException.class,
                        e -> assertThat(e.answer().text()).contains("secret"))
                .hasMessageContaining("$.ingredients[0].amount").hasMessageNotContaining("secret").hasNoCause();
        assertThatThrownBy(() -> claude.generate("A soup", Recipe.class)).isInstanceOf(MalformedAnswerException.class)
                .hasMessageContaining("not JSON").hasMessageNotContaining("rather");
        assertThatThrownBy(() -> claude.generate("A course", Course.class)).isInstanceOf(MalformedAnswerException.class);
        assertThatThrownBy(() -> claude.generate("A soup", Recipe.class)).as("nothing is made up for what is missing")
                .isInstanceOf(MalformedAnswerException.class).hasMessageContaining("$.servings");
    }

    @Test
    void modelsWithoutStructuredOutputsAreRefusedBeforeTheCall() {
        assertThatThrownBy(() -> claude.generate(MessageRequest.builder().model("claude-opus-4-20250514").user("Soup").build(),
                Recipe.class)).isInstanceOf(InvalidRequestException.class).hasMessageContaining("structured outputs");
        assertThat(simulator.requests()).isEmpty();
    }

    record Open(Object anything, List<Open> itself) {
    }

    @Test
    void impossibleSchemasAreRefusedBeforeTheCall() {
        Class<?> impossible = Open.class;
        assertThatThrownBy(() -> claude.generate("Hello", impossible)).isInstanceOf(InvalidSchemaException.class)
                .hasMessageContainingAll("$.anything", "$.itself[*]");
        assertThatThrownBy(() -> claude.generate(MessageRequest.builder().user("Hello")
                .outputConfig(OutputConfig.format(OutputFormat.jsonSchema(RawJson.of("""
                        {"type":"object","properties":{"age":{"type":"integer","minimum":0}}}"""))))
                .build())).isInstanceOf(InvalidRequestException.class).hasMessageContainingAll(
                        "output_config.format.schema.age", "\"minimum\"", "additionalProperties");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aTypeAndAFormatAreOneTooMany() {
        MessageRequest formatted = outputs.of(Course.class).askedBy(MessageRequest.of("Course"));

        assertThatThrownBy(() -> claude.generate(formatted, Recipe.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("output_config.format");
    }

    record Late(String name, Optional<Course> course) {
    }

    @Test
    void typesThatTheBuildDidNotKnowGetTheirSchemaLater() {
        Class<Late> late = Late.class;
        simulator.script(ScriptedAnswer.text("{\"name\":\"x\"}"));

        assertThat(claude.generate("Hello", late).value()).isEqualTo(new Late("x", Optional.empty()));
    }
}

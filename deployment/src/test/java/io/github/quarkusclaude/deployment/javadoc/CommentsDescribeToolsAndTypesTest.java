package io.github.quarkusclaude.deployment.javadoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.schema.Description;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.tool.ClaudeTool;
import io.github.quarkusclaude.tool.ToolDefinition;
import io.github.quarkusclaude.tool.ToolResult;
import io.quarkus.test.QuarkusUnitTest;

/** What the comments in the source code say, the model is told; annotations win. */
class CommentsDescribeToolsAndTypesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.devservices.enabled", "false")
            .overrideConfigKey("quarkus.claude.api-key", ClaudeSimulator.DEFAULT_API_KEY);

    @Inject
    ClaudeClients clients;

    ClaudeSimulator simulator;
    ClaudeClient claude;

    /** What the sky is like. */
    enum Sky {
        /** No clouds at all. */
        CLEAR,
        /** Not told. */
        @Description("any rain")
        WET,
        /** Not told. */
        @Description("")
        OTHER
    }

    /**
     * The weather <i>somewhere</i>.
     *
     * @param sky most of the day
     * @param degrees not told
     * @param hours what each hour is like
     */
    record Report(Sky sky, @Description("in °C") int degrees, List<Hour> hours) {
    }

    /** A part of a day. */
    static class Hour {

        /** From 0 to 23. */
        private int hour;
        private Sky sky;

        public int getHour() {
            return hour;
        }

        public void setHour(int hour) {
            this.hour = hour;
        }

        /** @return the sky at that hour */
        public Sky getSky() {
            return sky;
        }

        public void setSky(Sky sky) {
            this.sky = sky;
        }
    }

    /**
     * Not told.
     *
     * @param city not told either
     */
    @JsonClassDescription("annotated")
    record Place(@JsonPropertyDescription("its name") String city) {
    }

    static class Weather {

        /**
         * The weather of a city &amp; its surroundings.
         * Use {@code when} for other days than today.
         *
         * @param place where
         * @param when not told
         * @param sky ignored
         * @return not told
         */
        @ClaudeTool
        String weather(Place place, @Description("today if missing") Optional<String> when, Sky sky) {
            return "rain";
        }

        /** Not told. */
        @ClaudeTool("Annotated")
        String annotated() {
            return "";
        }

        /** Not told. */
        @ClaudeTool
        @Description("Described")
        String described() {
            return "";
        }

        /** Not told. */
        @ClaudeTool
        @Description("")
        String kept() {
            return "";
        }

        @ClaudeTool
        String mute(String text) {
            return text;
        }
    }

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
    void toolsAreDescribed() {
        claude.toolRunner().tools("weather").run("Hello");

        JsonNode tool = body().path("tools").path(0);
        assertThat(tool.path("description").asText()).isEqualTo("The weather of a city & its surroundings. Use when for other"
                + " days than today.");
        JsonNode parameters = tool.path("input_schema").path("properties");
        assertThat(description(parameters.path("place"))).isEqualTo("where\nannotated");
        assertThat(description(parameters.path("place").path("properties").path("city"))).isEqualTo("its name");
        assertThat(description(parameters.path("when"))).isEqualTo("today if missing");
        assertThat(description(parameters.path("sky")))
                .isEqualTo("ignored\nWhat the sky is like.\nCLEAR: No clouds at all.\nWET: any rain");
        assertThat(body().toString()).doesNotContain("ot told");
    }

    @Test
    void annotationsOfToolsWin() {
        claude.toolRunner().tools("annotated", "described").run("Hello");

        assertThat(body().path("tools")).extracting(tool -> tool.path("description").asText())
                .containsExactly("Annotated", "Described");
    }

    @Test
    void aToolWithoutAnyTextHasNone() {
        claude.toolRunner().tools("mute", "kept").run("Hello");

        assertThat(body().path("tools")).hasSize(2).allMatch(tool -> tool.path("description").asText("").isEmpty());
        assertThat(body().path("tools").path(0).findValue("text").has("description")).isFalse();
    }

    @Test
    void answersAreDescribed() {
        claude.generate("How is the weather?", Report.class);

        JsonNode schema = body().path("output_config").path("format").path("schema");
        assertThat(description(schema)).isEqualTo("The weather somewhere.");
        JsonNode properties = schema.path("properties");
        assertThat(description(properties.path("sky"))).startsWith("most of the day\nWhat the sky is like.\nCLEAR: No clouds");
        assertThat(description(properties.path("degrees"))).isEqualTo("in °C");
        assertThat(description(properties.path("hours"))).isEqualTo("what each hour is like");
        JsonNode hour = properties.path("hours").path("items");
        assertThat(description(hour)).isEqualTo("A part of a day.");
        assertThat(description(hour.path("properties").path("hour"))).isEqualTo("From 0 to 23.");
        assertThat(description(hour.path("properties").path("sky"))).startsWith("the sky at that hour\nWhat the sky is like.");
        assertThat(body().toString()).doesNotContain("ot told");
    }

    @Test
    void inputsOfToolsAreDescribed() {
        ToolDefinition report = ToolDefinition.of("report", "Takes a report", Report.class,
                (input, call) -> ToolResult.of("thanks"));
        claude.toolRunner().tools(report).run("Hello");

        assertThat(description(body().path("tools").path(0).path("input_schema"))).isEqualTo("The weather somewhere.");
    }

    private JsonNode body() {
        return simulator.requests().get(simulator.requests().size() - 1).body();
    }

    private static String description(JsonNode schema) {
        return schema.path("description").asText();
    }
}

package io.github.quarkusclaude.it;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/**
 * Tools of records, and of a bean: found at build time, called without reflection, with arguments and results of the
 * application's types.
 */
@QuarkusTest
class ToolResourceTest {

    @Test
    void aBlockingRunUsesTheTool() {
        ask("blocking", "What is the weather in Bern?")
                .body(containsString("{\"sky\":\"rain in Bern, a style\",\"degrees\":12}"));
    }

    @Test
    void aReactiveRunUsesTheTool() {
        ask("reactive", "What is the weather in Bern?").body(containsString("\"degrees\":12"));
    }

    @Test
    void aRunOnAVirtualThreadUsesATool() {
        ask("virtual-thread", "What is the humidity in Bern?").body(containsString("The tool humidity returned: ["));
    }

    @Test
    void aToolTakesARecord() {
        ask("typed", "What is the pressure in Bern?")
                .body(matchesPattern("(?s).*1013 hPa in Bern at -?[0-9.E+]+ metres(?!,).*"));
    }

    @Test
    void commentsDescribeTools() {
        given().get("/tools/described").then().statusCode(200)
                .body("[0]", is("The tide of a harbour."))
                .body("[1].properties.harbour.description", is("where the ship is\nWhere the sea is."))
                .body("[1].properties.harbour.properties.name.description", is("of the nearest town"));
    }

    @Test
    void aToolOfAnUnknownTypeIsSaidToBe() {
        ask("unknown", "Go").body(anyOf(containsString("$.thread"), containsString("@StructuredOutput")));
    }

    @Test
    void aRunCanBeStreamed() {
        ask("events", "What is the weather in Bern?").body("$", contains("Started", "StepFinished", "ToolCalled",
                "ToolReturned", "StepFinished", "Finished"));
    }

    private static ValidatableResponse ask(String how, String prompt) {
        return given().contentType(ContentType.TEXT).body(prompt).post("/tools/" + how).then().statusCode(200);
    }
}

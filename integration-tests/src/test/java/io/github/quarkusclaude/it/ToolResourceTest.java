package io.github.quarkusclaude.it;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Tools of a bean: found at build time, called without reflection, with arguments and results of the application's types. */
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
    void aRunCanBeStreamed() {
        ask("events", "What is the weather in Bern?").body("$", contains("Started", "StepFinished", "ToolCalled",
                "ToolReturned", "StepFinished", "Finished"));
    }

    private static ValidatableResponse ask(String how, String prompt) {
        return given().contentType(ContentType.TEXT).body(prompt).post("/tools/" + how).then().statusCode(200);
    }
}

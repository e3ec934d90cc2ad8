package io.github.quarkusclaude.it;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Answers are Java values, of types that only the extension knows. */
@QuarkusTest
class StructuredResourceTest {

    @Test
    void anAnswerIsAJavaValue() {
        ask("day", "Plan my day").body(
                matchesPattern("(?s)Day\\[date=\\d{4}-.*, weather=(SUNNY|RAINY), activities=\\[(Hike|Museum)\\[.*"));
    }

    @Test
    void anAnswerCanBeAnArray() {
        ask("days", "Plan my days").body(matchesPattern("[1-9]\\d*"));
    }

    @Test
    void aStreamCanEndInAValue() {
        ask("streamed", "A title").body(matchesPattern("(?s)Annotated\\[title=.+]"));
    }

    @Test
    void aTypeThatIsNotKnownOrNotPossibleIsAClearError() {
        ask("unknown", "Anything").body(anyOf(containsString("$.anything"), containsString("@StructuredOutput")));
    }

    @Test
    void anAnswerHasACost() {
        ask("cost", "What is 6 * 7?").body(matchesPattern("0\\.\\d*[1-9]"));
    }

    private static ValidatableResponse ask(String path, String prompt) {
        return given().body(prompt).post("/structured/" + path).then().statusCode(200);
    }
}

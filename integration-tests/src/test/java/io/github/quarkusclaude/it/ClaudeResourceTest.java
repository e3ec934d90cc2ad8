package io.github.quarkusclaude.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** What a user's application does, with nothing configured but a second client. The simulator answers. */
@QuarkusTest
class ClaudeResourceTest {

    @Test
    void aBlockingClientAnswers() {
        ask("generate", "What is 17 * 23?").body(containsString("391"));
    }

    @Test
    void aBlockingClientAnswersOnAVirtualThread() {
        ask("virtual-thread", "What is 6 * 7?").body(containsString("42"));
    }

    @Test
    void aBlockingClientOnAnEventLoopSaysWhatToDoInstead() {
        ask("event-loop", "What is 6 * 7?").body(allOf(containsString("ReactiveClaudeClient"), containsString("eventloop")));
    }

    @Test
    void aReactiveClientAnswers() {
        ask("reactive", "What is 17 * 23?").body(containsString("391"));
    }

    @Test
    void aStreamGivesTheTextOfTheAnswer() {
        ask("stream", "What is 17 * 23?").body(containsString("data:"));
    }

    @Test
    void aStreamCanBeWaitedFor() {
        ask("blocking-stream", "What is 17 * 23?").body(containsString("391"));
    }

    @Test
    void aRequestAsJsonComesBackAsAMessage() {
        given().body("""
                {"max_tokens": 300, "messages": [{"role": "user", "content": "What is the weather in Bern?"}],
                 "tools": [{"name": "weather", "description": "The weather of a city",
                            "input_schema": {"type": "object", "properties": {"city": {"type": "string"}},
                                             "required": ["city"]}}]}
                """).contentType(ContentType.JSON).post("/claude/request").then().statusCode(200)
                .body("model", equalTo("claude-sonnet-5-5")).body("stop_reason", equalTo("tool_use"))
                .body("content.find { it.type == 'tool_use' }.input.city", equalTo("Bern"));
    }

    @Test
    void aNamedClientHasItsOwnConfiguration() {
        ask("fast", "What is 17 * 23?").body("model", equalTo("claude-haiku-5-5")).body("stop_reason", equalTo("end_turn"));
    }

    @Test
    void aNamedClientStreams() {
        ask("fast/stream", "What is 17 * 23?").body("model", equalTo("claude-haiku-5-5"))
                .body("content.find { it.type == 'text' }.text", containsString("391"));
    }

    @Test
    void tokensAreCounted() {
        int few = Integer.parseInt(ask("tokens", "one two three").extract().asString());
        int many = Integer.parseInt(ask("tokens", "one two three ".repeat(100)).extract().asString());
        assertThat(few).isPositive();
        assertThat(many).isGreaterThan(10 * few);
    }

    @Test
    void modelsAreListed() {
        given().get("/claude/models").then().statusCode(200).body("$", hasItems("claude-sonnet-5-5", "claude-opus-5-5"));
        given().get("/claude/models/claude-haiku-5-5").then().body(is("Claude Haiku 5.5"));
    }

    @Test
    void theCatalogueIsThere() {
        given().get("/claude/default-model").then().body(is("claude-sonnet-5-5"));
    }

    private static ValidatableResponse ask(String how, String prompt) {
        return given().contentType(ContentType.TEXT).body(prompt).post("/claude/" + how).then().statusCode(200);
    }
}

package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** The examples of the guide do what the guide says, with nothing configured. */
@QuarkusTest
class ExamplesTest {

    @Inject
    Conversations conversations;

    @Inject
    Streams streams;

    @Inject
    Failures failures;

    @Inject
    Models models;

    @Test
    void theFirstExampleAnswers() {
        RestAssured.given().queryParam("q", "What is 17 * 23?").get("/ask").then().statusCode(200).body(containsString("391"));
    }

    @Test
    void theReactiveExamplesAnswer() {
        RestAssured.given().queryParam("q", "What is 17 * 23?").get("/reactive/ask").then().statusCode(200)
                .body(containsString("391"));
        RestAssured.given().queryParam("q", "What is 17 * 23?").get("/reactive/stream").then().statusCode(200)
                .contentType("text/event-stream").body(containsString("data:"));
    }

    @Test
    void requestsSayMoreThanOneThing() {
        byte[] png = Base64.getDecoder()
                .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
        assertThat(conversations.brief("What is 6 * 7?")).contains("42");
        assertThat(conversations.conversation().text()).isNotBlank();
        assertThat(conversations.look(png)).contains("image");
        assertThat(conversations.weather("What is the weather in Bern?")).contains("12 °C and rain in Bern");
        assertThat(conversations.additional()).contains("\"type\":\"message\"");
        assertThat(conversations.tokens("one two three")).isPositive();
        assertThat(conversations.quick("Hello")).isEqualTo("claude-haiku-5-5");
    }

    @Test
    void streamsArrivePieceByPiece() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var message = streams.print("What is 6 * 7?", new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(message.text()).contains("42");
        assertThat(streams.thoughts("What is 6 * 7?")).isNotNegative();
        assertThat(streams.whole("What is 6 * 7?").await().atMost(Duration.ofSeconds(30)).text()).isEqualTo(message.text());
    }

    @Test
    void failuresAreHandled() {
        assertThat(failures.ask("What is 6 * 7?")).contains("42");
        assertThat(failures.partial("What is 6 * 7?")).contains("42");
    }

    @Test
    void modelsAreKnown() {
        assertThat(models.withVision()).contains("claude-sonnet-5-5");
        assertThat(models.mayUse("claude-sonnet-5-5")).isTrue();
        assertThat(models.answering("Say exactly: Hello")).isEqualTo("Hello");
        assertThat(models.mayUse("claude-opus-5-5")).isFalse();
    }
}

package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.tool.BeanTools;
import io.github.quarkusclaude.tool.ToolRun;
import io.quarkus.test.junit.QuarkusTest;

/** The examples about tools do what the guide says. */
@QuarkusTest
class ToolExamplesTest {

    @Inject
    ToolRuns runs;

    @Inject
    BeanTools tools;

    @Test
    void toolsOfBeansAreUsed() {
        assertThat(runs.umbrella("What is the forecast for Bern?")).contains("rain").contains("\"degrees\":12");
    }

    @Test
    void commentsDescribeTools() {
        Tool find = tools.named("findBooks").tool();

        assertThat(find.description())
                .isEqualTo("Finds books about a subject. Use it before you recommend a book, and recommend"
                        + " no other.");
        JsonNode parameters = find.inputSchema().tree().path("properties");
        assertThat(parameters.path("subject").path("description").asText())
                .isEqualTo("a word or two, in the language of the book");
        assertThat(parameters.path("order").path("description").asText())
                .isEqualTo("what comes first\nHow to look for a book.\nPOPULAR: What was borrowed most often comes first.\n"
                        + "NEW: What was bought last comes first.");
        JsonNode book = tools.named("takeBack").tool().inputSchema().tree().path("properties").path("book");
        assertThat(book.path("description").asText()).isEqualTo("the book and the shelf it goes to\nA book of the library.");
        assertThat(book.path("properties").path("title").path("description").asText()).isEqualTo("as on the cover");
        assertThat(book.path("properties").path("shelf").path("description").asText()).startsWith("Letter and digit");
    }

    @Test
    void toolsCanTakeRecords() {
        assertThat(runs.ofRecord("What is the stock level of teapots?").text()).contains("There are 7 of");
    }

    @Test
    void toolsCanBeMadeByHand() {
        assertThat(runs.byHand("What is the stock level of teapots?").text()).contains("There are 7 of");
    }

    @Test
    void runsAreLimited() {
        assertThat(runs.limited(MessageRequest.of("What is the forecast for Bern?")).stop())
                .isEqualTo(ToolRun.Stop.FINISHED);
    }

    @Test
    void toolsCanBeDenied() {
        ToolRun run = runs.approved("What is the lake temperature of Lake Thun?");

        ToolResultBlock result = (ToolResultBlock) run.conversation().get(2).content().blocks().get(0);
        assertThat(result.isError()).isTrue();
        assertThat(run.text()).contains("Nobody swims today");
    }

    @Test
    void peopleCanAnswerACall() {
        assertThat(runs.askSomebody("Ask the manager for a refund", "Approved by the manager").text())
                .contains("Approved by the manager");
    }

    @Test
    void runsCanBeStreamed() {
        String streamed = runs.stream("What is the forecast for Bern?").collect().asList().await()
                .atMost(Duration.ofSeconds(30)).stream()
                .collect(Collectors.joining());
        assertThat(streamed).contains("[forecast]").contains("rain");
    }

    @Test
    void failuresLoseNothing() {
        assertThat(runs.persistent("What is the forecast for Bern?").isFinished()).isTrue();
    }
}

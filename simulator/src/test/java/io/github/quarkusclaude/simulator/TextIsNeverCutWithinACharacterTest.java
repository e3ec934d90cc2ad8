package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

class TextIsNeverCutWithinACharacterTest {

    private static final String ELEPHANTS = "x" + "🐘".repeat(200);

    @Test
    void inThePiecesOfAText() {
        List<String> pieces = new ArrayList<>();
        new WrittenProse(ELEPHANTS).pieces().forEachRemaining(pieces::add);

        assertThat(String.join("", pieces)).isEqualTo(ELEPHANTS);
        assertThat(pieces).hasSizeGreaterThan(5).allSatisfy(TextIsNeverCutWithinACharacterTest::assertWhole);
    }

    @Test
    void atTheEndOfATextThatIsTooLong() {
        for (int length = 0; length < 10; length++) {
            String beginning = new WrittenProse(ELEPHANTS).first(length).text();

            assertWhole(beginning);
            assertThat(beginning.length()).isBetween(length - 1, length);
        }
    }

    @Test
    void inThePiecesOfToolInput() {
        ObjectNode call = Api.json("{'type':'tool_use','input':{}}");
        List<String> pieces = new ArrayList<>();
        new ToolUseBlock(call, ELEPHANTS).deltas().forEachRemaining(delta -> pieces.add(delta.path("partial_json").asText()));

        assertThat(String.join("", pieces)).isEqualTo(ELEPHANTS);
        assertThat(pieces).hasSizeGreaterThan(5).allSatisfy(TextIsNeverCutWithinACharacterTest::assertWhole);
    }

    /** Halves of a character turn into question marks when they are encoded. */
    private static void assertWhole(String text) {
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(text);
    }
}

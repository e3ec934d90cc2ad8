package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;

/**
 * Content that the API takes as a plain text or as a list of blocks. Which of the two it was is kept.
 */
public sealed interface Content extends ApiObject {

    /** The content as blocks; a plain text is one block. */
    List<ContentBlock> blocks();

    /** The text of all text blocks, joined without anything between. */
    String text();

    /** A plain text. */
    static Content of(String text) {
        return new Text(text);
    }

    /** A list of blocks. */
    static Content of(List<? extends ContentBlock> blocks) {
        return new Blocks(List.copyOf(blocks));
    }

    /** Decodes a text or a list of blocks from where the reader stands. */
    static Content readFrom(JsonReader json) throws IOException {
        return json.isText() ? of(json.text()) : of(json.list(ContentBlock::readFrom));
    }

    @Override
    default Map<String, RawJson> additionalFields() {
        return Map.of();
    }

    /**
     * A plain text.
     *
     * @param text the text
     */
    record Text(String text) implements Content {

        public Text {
            Objects.requireNonNull(text, "The text is null");
        }

        @Override
        public List<ContentBlock> blocks() {
            return List.of(TextBlock.of(text));
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeString(text);
        }
    }

    /**
     * A list of blocks.
     *
     * @param blocks the blocks, unmodifiable
     */
    record Blocks(List<ContentBlock> blocks) implements Content {

        public Blocks {
            blocks = List.copyOf(blocks);
        }

        @Override
        public String text() {
            return TextBlock.join(blocks);
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStartArray();
            for (ContentBlock block : blocks) {
                block.writeTo(json);
            }
            json.writeEndArray();
        }
    }
}

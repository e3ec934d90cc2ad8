package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * A place in a {@link DocumentBlock} of the request.
 *
 * @param unit what {@code start} and {@code end} count
 * @param citedText the words of the document
 * @param documentIndex which document, counted from 0 over all documents of the request
 * @param documentTitle its title
 * @param fileId the uploaded file it was, if it was one
 * @param start where the cited place begins
 * @param end where it ends: the first character, page or block behind it
 * @param additionalFields fields this version does not know
 */
public record DocumentCitation(Unit unit, @Nullable String citedText, @Nullable Integer documentIndex,
        @Nullable String documentTitle, @Nullable String fileId, @Nullable Integer start, @Nullable Integer end,
        Map<String, RawJson> additionalFields) implements Citation {

    /** What a place in a document is counted in. */
    public enum Unit {

        /** Characters of a plain text, from 0. */
        CHARACTERS("char_location", "char_index"),

        /** Pages of a PDF, from 1. */
        PAGES("page_location", "page_number"),

        /** Blocks of a document made of blocks, from 0. */
        BLOCKS("content_block_location", "block_index");

        private final String type;
        private final String start;
        private final String end;

        Unit(String type, String index) {
            this.type = type;
            this.start = "start_" + index;
            this.end = "end_" + index;
        }

        static @Nullable Unit of(@Nullable String type) {
            for (Unit unit : values()) {
                if (unit.type.equals(type)) {
                    return unit;
                }
            }
            return null;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DocumentCitation {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return unit.type;
    }

    @Override
    public @Nullable String title() {
        return documentTitle;
    }

    static DocumentCitation read(Unit unit, FieldReader fields) throws IOException {
        String citedText = null;
        Integer documentIndex = null;
        String documentTitle = null;
        String fileId = null;
        Integer start = null;
        Integer end = null;
        while (fields.next()) {
            String name = fields.name();
            if (name.equals(unit.start)) {
                start = fields.integer();
            } else if (name.equals(unit.end)) {
                end = fields.integer();
            } else {
                switch (name) {
                    case "cited_text" -> citedText = fields.text();
                    case "document_index" -> documentIndex = fields.integer();
                    case "document_title" -> documentTitle = fields.text();
                    case "file_id" -> fileId = fields.text();
                    default -> fields.keep();
                }
            }
        }
        return new DocumentCitation(unit, citedText, documentIndex, documentTitle, fileId, start, end, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", unit.type).field("cited_text", citedText)
                .field("document_index", documentIndex).field("document_title", documentTitle).field("file_id", fileId)
                .field(unit.start, start).field(unit.end, end).end();
    }
}

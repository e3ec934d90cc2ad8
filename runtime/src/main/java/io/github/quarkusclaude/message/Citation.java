package io.github.quarkusclaude.message;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.JsonReader;

/**
 * Where a text of the answer comes from. {@link Message#citations()} tells which text.
 */
public sealed interface Citation extends ApiObject permits DocumentCitation, WebCitation, SearchResultCitation, RawCitation {

    /** The API's word for the kind of citation; absent only if a server left it out. */
    @Nullable
    String type();

    /** The words of the source, as far as the API shows them. */
    @Nullable
    String citedText();

    /** The title of the source, if it has one. */
    @Nullable
    String title();

    /** Decodes a citation from where the reader stands. */
    static Citation readFrom(JsonReader json) throws IOException {
        if (!json.isObject()) {
            return RawCitation.of(json.raw());
        }
        FieldReader fields = FieldReader.openTyped(json);
        String type = fields.type();
        DocumentCitation.Unit unit = DocumentCitation.Unit.of(type);
        if (unit != null) {
            return DocumentCitation.read(unit, fields);
        }
        if (WebCitation.TYPE.equals(type)) {
            return WebCitation.read(fields);
        }
        return SearchResultCitation.TYPE.equals(type) ? SearchResultCitation.read(fields) : RawCitation.read(fields);
    }
}

package io.github.quarkusclaude.json;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * A streaming reader over JSON in memory that can hand out the exact text of any value it stands on.
 */
public final class JsonReader implements Closeable {

    private final JsonParser parser;
    private final byte[] bytes;
    private final int offset;

    JsonReader(JsonParser parser, byte[] bytes, int offset) {
        this.parser = parser;
        this.bytes = bytes;
        this.offset = offset;
    }

    @Nullable
    JsonToken nextToken() throws IOException {
        return parser.nextToken();
    }

    JsonToken token() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw MalformedJsonException.unexpected("a JSON value", this);
        }
        return token;
    }

    JsonLocation location() {
        return parser.currentTokenLocation();
    }

    String fieldName() throws IOException {
        return parser.currentName();
    }

    /** Whether the reader stands on a text value. */
    public boolean isText() throws IOException {
        return token() == JsonToken.VALUE_STRING;
    }

    /** Whether the reader stands on an array. */
    public boolean isArray() throws IOException {
        return token() == JsonToken.START_ARRAY;
    }

    /** Whether the reader stands on an object. */
    public boolean isObject() throws IOException {
        return token() == JsonToken.START_OBJECT;
    }

    String expectText() throws IOException {
        if (!isText()) {
            throw MalformedJsonException.unexpected("a text", this);
        }
        return text();
    }

    /** The text value the reader stands on. */
    public String text() throws IOException {
        return parser.getText();
    }

    int integer() throws IOException {
        return parser.getIntValue();
    }

    long longInteger() throws IOException {
        return parser.getLongValue();
    }

    double number() throws IOException {
        return parser.getDoubleValue();
    }

    /** Whether the value the reader stands on is an integer that an {@code int} can hold. */
    boolean isInteger() throws IOException {
        return token() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == JsonParser.NumberType.INT;
    }

    /** Whether the value the reader stands on is an integer that a {@code long} can hold. */
    boolean isLongInteger() throws IOException {
        return token() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    /**
     * The exact text of the value the reader stands on; the reader then stands on its last token.
     */
    public RawJson raw() throws IOException {
        return raw(start());
    }

    /** Where the value the reader stands on begins; for {@link #raw(int)}. */
    int start() throws IOException {
        token();
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /** The exact text from {@code start} to the end of the value the reader stands on. */
    RawJson raw(int start) throws IOException {
        parser.skipChildren();
        // Jackson reads strings lazily; the end of the value is only known once it is read
        parser.finishToken();
        int end = (int) parser.currentLocation().getByteOffset();
        while (bytes[offset + end - 1] <= ' ' && bytes[offset + end - 1] >= 0) {
            // behind a number that is not within anything, the parser goes one blank too far
            end--;
        }
        return RawJson.trusted(new String(bytes, offset + start, end - start, StandardCharsets.UTF_8));
    }

    /**
     * The exact text of the array or object that began at {@code start}, however much of it has been read; the reader then
     * stands on its last token.
     */
    RawJson rawAgain(int start) throws IOException {
        try (JsonReader again = ApiJson.reader(bytes, offset + start, bytes.length - offset - start)) {
            again.nextToken();
            RawJson value = again.raw();
            long end = start + again.parser.currentLocation().getByteOffset();
            while (parser.currentLocation().getByteOffset() < end) {
                parser.nextToken();
            }
            return value;
        }
    }

    /**
     * Reads an array of values.
     *
     * @throws MalformedJsonException if the reader does not stand on an array
     */
    public <T> List<T> list(ApiJson.Decoder<T> element) throws IOException {
        if (token() != JsonToken.START_ARRAY) {
            throw MalformedJsonException.unexpected("an array", this);
        }
        List<T> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(element.read(this));
        }
        return list;
    }

    void skipValue() throws IOException {
        token();
        parser.skipChildren();
    }

    void skipToEndOfObject() throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            parser.nextToken();
            skipValue();
        }
    }

    void expectEnd() throws IOException {
        if (parser.nextToken() != null) {
            throw MalformedJsonException.unexpected("the end of the text", this);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}

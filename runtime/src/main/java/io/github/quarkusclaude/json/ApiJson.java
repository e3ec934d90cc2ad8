package io.github.quarkusclaude.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Turns bytes and text into {@link ApiObject}s and back.
 * <p>
 * The factory seeds its name tables when it is created, so the extension initialises this class at run time.
 */
public final class ApiJson {

    /** Blocks may hold blocks, which costs stack; the 1 MB that threads have is enough for half as many again. */
    static final int MAX_DEPTH = 256;

    /**
     * Answers may hold tens of megabytes in one string; the API's own limits apply instead of Jackson's. Everything is UTF-8:
     * to be taken for another encoding, a text only needs a zero in it.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(MAX_DEPTH).build())
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

    private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY).addModule(new ApiJacksonModule()).build();

    private ApiJson() {
    }

    /** Reads one {@link ApiObject} from where the reader stands. */
    @FunctionalInterface
    public interface Decoder<T> {
        T read(JsonReader json) throws IOException;
    }

    /**
     * Decodes one JSON value.
     *
     * @throws MalformedJsonException if the text is not JSON, is not of the expected kind, or is followed by more text
     */
    public static <T> T decode(String json, Decoder<T> decoder) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        return decode(utf8, 0, utf8.length, decoder);
    }

    /**
     * Decodes one JSON value.
     *
     * @throws MalformedJsonException if the bytes are not JSON, are not of the expected kind, or are followed by more
     */
    public static <T> T decode(byte[] json, Decoder<T> decoder) {
        return decode(json, 0, json.length, decoder);
    }

    /**
     * Decodes one JSON value from a part of an array.
     *
     * @throws MalformedJsonException if the bytes are not JSON, are not of the expected kind, or are followed by more
     */
    public static <T> T decode(byte[] json, int offset, int length, Decoder<T> decoder) {
        try (JsonReader reader = reader(json, offset, length)) {
            reader.nextToken();
            T value = decoder.read(reader);
            reader.expectEnd();
            return value;
        } catch (IOException e) {
            throw MalformedJsonException.from(e);
        }
    }

    /** The value as UTF-8 encoded compact JSON. */
    public static byte[] bytes(ApiObject value) {
        try (ByteArrayBuilder out = new ByteArrayBuilder(); JsonGenerator json = FACTORY.createGenerator(out)) {
            value.writeTo(json);
            json.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    static String text(ApiObject value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            value.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return LoneSurrogates.escaped(out.toString());
    }

    static JsonReader reader(byte[] json, int offset, int length) throws IOException {
        int mark = length >= 3 && Arrays.equals(json, offset, offset + 3, BYTE_ORDER_MARK, 0, 3) ? 3 : 0;
        return new JsonReader(FACTORY.createParser(json, offset + mark, length - mark), json, offset + mark);
    }

    static ObjectMapper mapper() {
        return MAPPER;
    }
}

package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class LargeAttachmentsAreRefusedTest {

    private static final String MODEL = "claude-opus-5";

    private static ClaudeSimulator simulator;
    private static Api api;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().start();
        api = new Api(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    /** Headers of images, which is all the simulator looks at. */
    enum Format {

        PNG("image/png") {
            @Override
            byte[] header(int width, int height) {
                return ByteBuffer.allocate(33).put((byte) 0x89).put(ascii("PNG\r\n\u001a\n")).putInt(13).put(ascii("IHDR"))
                        .putInt(width).putInt(height).array();
            }
        },
        GIF("image/gif") {
            @Override
            byte[] header(int width, int height) {
                return little(13).put(ascii("GIF89a")).putShort((short) width).putShort((short) height).array();
            }
        },
        JPEG("image/jpeg") {
            @Override
            byte[] header(int width, int height) {
                return ByteBuffer.allocate(5000).putInt(0xffd8ffe1).putShort((short) 4000).position(4004).put((byte) 0xff)
                        .putShort((short) 0xffc2).putShort((short) 17).put((byte) 8).putShort((short) height)
                        .putShort((short) width).array();
            }
        },
        WEBP_LOSSY("image/webp") {
            @Override
            byte[] header(int width, int height) {
                return riff("VP8 ").position(26).putShort((short) width).putShort((short) height).array();
            }
        },
        WEBP_LOSSLESS("image/webp") {
            @Override
            byte[] header(int width, int height) {
                return riff("VP8L").position(20).put((byte) 0x2f).putInt(width - 1 | height - 1 << 14).array();
            }
        },
        WEBP_EXTENDED("image/webp") {
            @Override
            byte[] header(int width, int height) {
                return riff("VP8X").position(24).putInt(width - 1).position(27).put((byte) (height - 1))
                        .put((byte) (height - 1 >> 8)).put((byte) 0).array();
            }
        };

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        abstract byte[] header(int width, int height);

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        private static ByteBuffer little(int length) {
            return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        }

        private static ByteBuffer riff(String chunk) {
            return little(40).put(ascii("RIFF")).putInt(32).put(ascii("WEBP")).put(ascii(chunk));
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void imagesOfMoreThanEightThousandPixelsOnASide(Format format) throws IOException {
        assertThat(status(with(image(format, 8000, 8000)))).isEqualTo(200);
        for (ObjectNode image : new ObjectNode[] { image(format, 8001, 10), image(format, 10, 8001) }) {
            JsonNode error = api.error(api.messages(with(image)), 400);

            assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
            assertThat(error.path("details").toString()).isEqualTo("{\"error_code\":\"image_dimensions_too_large\","
                    + "\"max_side_length_pixels\":8000,\"paths\":[\"messages.0.content.0\"]}");
        }
    }

    @Test
    void imagesOfMoreThanTwoThousandWhereThereAreMany() throws IOException {
        ObjectNode few = with(image(Format.PNG, 2000, 2001));
        for (int i = 0; i < 19; i++) {
            content(few).add(image(Format.PNG, 2000, 2000));
        }
        assertThat(status(few)).isEqualTo(200);

        ObjectNode many = few.deepCopy();
        content(many).add(image(Format.PNG, 1, 3000));

        assertThat(api.error(api.messages(many), 400).path("details").toString()).isEqualTo(
                "{\"error_code\":\"image_dimensions_too_large\",\"max_side_length_pixels\":2000,"
                        + "\"paths\":[\"messages.0.content.0\",\"messages.0.content.20\"]}");
    }

    @ParameterizedTest
    @CsvSource({ "claude-opus-4-7, 2576", "claude-opus-4-6, 1568" })
    void imagesThatMustNotBeMadeSmaller(String model, int limit) throws IOException {
        ObjectNode image = image(Format.PNG, limit, 1);
        image.putObject("transformations").put("oversized_image", "error");
        assertThat(status(with(image).put("model", model))).isEqualTo(200);
        ((ObjectNode) image.path("source")).put("data", base64(Format.PNG.header(limit + 1, 1)));

        assertThat(api.error(api.messages(with(image).put("model", model)), 400)
                .at("/details/max_side_length_pixels").asInt()).isEqualTo(limit);

        image.putObject("transformations").put("oversized_image", "downsize");
        assertThat(status(with(image).put("model", model))).isEqualTo(200);
    }

    @Test
    void imagesThatWereUploaded() throws IOException {
        ObjectNode image = Api.JSON.createObjectNode().put("type", "image");
        image.putObject("source").put("type", "file").put("file_id",
                simulator.addFile("a.jpg", "image/jpeg", Format.JPEG.header(9000, 10)).id());

        assertThat(api.error(api.messages(with(image)), 400).at("/details/error_code").asText())
                .isEqualTo("image_dimensions_too_large");
    }

    @Test
    void imagesWithinToolResults() throws IOException {
        ObjectNode body = ask(MODEL, "Look");
        ArrayNode messages = body.withArray("messages");
        messages.add(Api.json("{'role':'assistant','content':[{'type':'tool_use','id':'t','name':'n','input':{}}]}"));
        ObjectNode result = Api.json("{'type':'tool_result','tool_use_id':'t'}");
        result.putArray("content").add(image(Format.PNG, 1, 9000));
        messages.addObject().put("role", "user").putArray("content").add(result);

        assertThat(api.error(api.messages(body), 400).at("/details/paths/0").asText())
                .isEqualTo("messages.2.content.0.content.0");
    }

    @ParameterizedTest
    @CsvSource({ "claude-opus-5, 600, false", "claude-opus-5, 600, true", "claude-haiku-4-5, 100, false" })
    void pdfsWithMorePagesThanTheModelTakes(String model, int most, boolean packed) throws IOException {
        ObjectNode body = with(document(pdf(most - 1, packed))).put("model", model);
        content(body).add(document(pdf(1, packed)));
        assertThat(status(body)).isEqualTo(200);

        content(body).add(document(pdf(1, packed)));

        assertThat(api.error(api.messages(body), 400).path("message").asText())
                .startsWith("messages.0.content.2: too many PDF pages (" + (most + 1) + ")").endsWith("at most " + most);
    }

    @Test
    void pdfsThatWereUploaded() throws IOException {
        ObjectNode document = Api.JSON.createObjectNode().put("type", "document");
        document.putObject("source").put("type", "file").put("file_id",
                simulator.addFile("a.pdf", "application/pdf", pdf(601, false)).id());

        assertThat(api.error(api.messages(with(document)), 400).path("message").asText()).contains("too many PDF pages (601)");
    }

    @Test
    void pagesThatAreLeftOverInAPdfDoNotCount() throws IOException {
        byte[] first = pdf(600, false);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(first);
        file.write("9 0 obj << /Type /Page >> endobj\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(status(with(document(file.toByteArray())))).isEqualTo(200);
    }

    private static int status(ObjectNode body) throws IOException {
        return api.messages(body).statusCode();
    }

    private static ObjectNode with(ObjectNode block) {
        ObjectNode body = ask(MODEL, "x");
        ((ObjectNode) body.at("/messages/0")).putArray("content").add(block);
        return body;
    }

    private static ArrayNode content(ObjectNode body) {
        return (ArrayNode) body.at("/messages/0/content");
    }

    private static ObjectNode image(Format format, int width, int height) {
        return block("image", format.mediaType, format.header(width, height));
    }

    private static ObjectNode document(byte[] pdf) {
        return block("document", "application/pdf", pdf);
    }

    private static ObjectNode block(String type, String mediaType, byte[] bytes) {
        ObjectNode block = Api.JSON.createObjectNode().put("type", type);
        block.putObject("source").put("type", "base64").put("media_type", mediaType).put("data", base64(bytes));
        return block;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @param packed whether the pages are in an object stream, as in most files of today */
    private static byte[] pdf(int pages, boolean packed) throws IOException {
        String objects = "<< /Type /Pages /Count " + pages + " >>\n" + "<< /Type/Page /Parent 2 0 R >>\n".repeat(pages);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n".getBytes(StandardCharsets.ISO_8859_1));
        if (packed) {
            file.write("3 0 obj << /Type /ObjStm /Filter /FlateDecode >>\nstream\n".getBytes(StandardCharsets.ISO_8859_1));
            DeflaterOutputStream deflater = new DeflaterOutputStream(file);
            deflater.write(objects.getBytes(StandardCharsets.ISO_8859_1));
            deflater.finish();
            file.write("\nendstream endobj\n".getBytes(StandardCharsets.ISO_8859_1));
        } else {
            file.write(objects.getBytes(StandardCharsets.ISO_8859_1));
        }
        return file.toByteArray();
    }
}

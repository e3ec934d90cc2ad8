package io.github.quarkusclaude.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;

/** The bytes of images and documents that came with a request or were uploaded before. */
final class SourceBytes {

    private final FileStore files;

    SourceBytes(FileStore files) {
        this.files = files;
    }

    /**
     * The first bytes of a source; none if they are elsewhere or were not kept.
     *
     * @param most how many, a multiple of 3
     */
    byte[] read(JsonNode source, int most) {
        return switch (source.path("type").asText()) {
            case "base64" -> decoded(source.path("data").asText(), most);
            case "file" -> files.find(source.path("file_id").asText()).map(file -> stored(file, most)).orElse(new byte[0]);
            default -> new byte[0];
        };
    }

    private static byte[] decoded(String data, int most) {
        return Base64.getDecoder().decode(data.substring(0, (int) Math.min(data.length(), most / 3 * 4L)));
    }

    private static byte[] stored(StoredFile file, int most) {
        try (InputStream stream = file.content().open()) {
            return stream.readNBytes(most);
        } catch (IOException e) {
            return new byte[0];
        }
    }
}

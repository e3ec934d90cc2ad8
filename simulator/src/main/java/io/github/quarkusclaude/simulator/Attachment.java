package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An image or a document.
 *
 * @param kind {@code image} or {@code document}
 * @param description its type, size or origin
 */
record Attachment(String kind, String description) {

    static List<Attachment> of(List<Located> blocks) {
        return blocks.stream()
                .filter(block -> List.of("image", "document").contains(Turn.type(block)))
                .map(block -> new Attachment(Turn.type(block), describe(block.node().path("source"))))
                .toList();
    }

    private static String describe(JsonNode source) {
        String mediaType = source.path("media_type").asText("");
        return switch (source.path("type").asText()) {
            case "base64" -> mediaType + ", " + size(decodedLength(source.path("data").asText()));
            case "text" -> mediaType + ", " + size(source.path("data").asText().length());
            case "url" -> "from " + source.path("url").asText();
            case "file" -> "file " + source.path("file_id").asText();
            default -> "given in blocks";
        };
    }

    private static long decodedLength(String base64) {
        long padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
        return base64.length() / 4 * 3L - padding;
    }

    private static String size(long bytes) {
        return bytes < 1024 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0);
    }
}

package io.github.quarkusclaude.simulator;

import java.util.List;

/** Where images and documents may come from. */
final class SourceRules {

    private static final List<String> IMAGE_TYPES = List.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final List<String> DOCUMENT_PARTS = List.of("text", "image");

    private SourceRules() {
    }

    static void checkImage(Located source) {
        if (source.object().field("type").oneOf(List.of("base64", "url", "file")).equals("base64")) {
            source.field("media_type").oneOf(IMAGE_TYPES);
            checkBase64(source.field("data"));
        } else {
            checkReference(source);
        }
    }

    static void checkDocument(Located source) {
        String type = source.object().field("type").oneOf(List.of("base64", "text", "content", "url", "file"));
        if (type.equals("base64")) {
            source.field("media_type").oneOf(List.of("application/pdf"));
            checkBase64(source.field("data"));
        } else if (type.equals("text")) {
            source.field("media_type").oneOf(List.of("text/plain"));
            source.field("data").filledText();
        } else if (type.equals("content")) {
            checkParts(source.field("content").required());
        } else {
            checkReference(source);
        }
    }

    private static void checkParts(Located content) {
        if (content.node().isTextual()) {
            return;
        }
        for (Located part : content.items()) {
            if (part.object().field("type").oneOf(DOCUMENT_PARTS).equals("image")) {
                checkImage(part.field("source"));
            } else {
                part.field("text").filledText();
            }
        }
    }

    private static void checkReference(Located source) {
        if (source.field("type").text().equals("file")) {
            source.field("file_id").filledText();
            return;
        }
        String url = source.field("url").filledText();
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            throw source.field("url").reject("must be an http or https URL");
        }
    }

    /** A scan instead of a decoder, because bodies of many megabytes pass through here on an event loop. */
    private static void checkBase64(Located data) {
        String text = data.filledText();
        int length = text.length();
        int end = text.endsWith("==") ? length - 2 : text.endsWith("=") ? length - 1 : length;
        boolean valid = length % 4 == 0;
        for (int i = 0; i < end && valid; i++) {
            char c = text.charAt(i);
            valid = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
        }
        if (!valid) {
            throw data.reject("must be valid base64");
        }
    }
}

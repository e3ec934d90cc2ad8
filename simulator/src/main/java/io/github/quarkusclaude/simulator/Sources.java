package io.github.quarkusclaude.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Finds what a request allows to be cited: documents and search results with citations enabled. */
final class Sources {

    private final FileStore files;
    private final List<Source> found = new ArrayList<>();
    private int documents;
    private int searchResults;

    Sources(FileStore files) {
        this.files = files;
    }

    void addFrom(MessagesRequest request) {
        for (Turn turn : request.turns()) {
            turn.blocks().forEach(block -> add(block.node()));
        }
    }

    /** Looks at a block, and at those within it. */
    void add(JsonNode block) {
        boolean citable = block.at("/citations/enabled").asBoolean(false);
        switch (block.path("type").asText()) {
            case "document" -> addDocument(block, citable, documents++);
            case "search_result" -> addSearchResult(block, citable, searchResults++);
            case "tool_result" -> block.path("content").forEach(this::add);
            case "web_fetch_tool_result" -> add(block.at("/content/content"));
            case "web_search_tool_result" -> block.path("content").forEach(this::addWebResult);
            default -> {
            }
        }
    }

    List<Source> found() {
        return found;
    }

    private void addDocument(JsonNode document, boolean citable, int index) {
        if (!citable) {
            return;
        }
        JsonNode source = document.path("source");
        String fileId = source.path("file_id").asText(null);
        List<Source.Passage> passages = new ArrayList<>();
        if (source.path("type").asText().equals("content")) {
            int block = 0;
            for (JsonNode part : source.path("content")) {
                if (part.path("type").asText().equals("text")) {
                    passages.add(new Source.Passage(part.path("text").asText(), citation("content_block_location", part)
                            .put("start_block_index", block).put("end_block_index", block + 1)));
                }
                block++;
            }
        }
        String text = text(source);
        for (Sentence sentence : Sentence.of(text)) {
            passages.add(new Source.Passage(sentence.text(), citation("char_location", sentence.text())
                    .put("start_char_index", sentence.start()).put("end_char_index", sentence.end())));
        }
        if (passages.isEmpty()) {
            pages(source).forEach(page -> passages.add(new Source.Passage(page.text(), citation("page_location", page.text())
                    .put("start_page_number", page.number()).put("end_page_number", page.number() + 1))));
        }
        for (Source.Passage passage : passages) {
            passage.citation().put("document_index", index).put("document_title", document.path("title").asText(null))
                    .put("file_id", fileId);
        }
        addIfAny(passages);
    }

    private void addSearchResult(JsonNode result, boolean citable, int index) {
        if (!citable) {
            return;
        }
        List<Source.Passage> passages = new ArrayList<>();
        for (JsonNode part : result.path("content")) {
            int block = passages.size();
            passages.add(new Source.Passage(part.path("text").asText(), citation("search_result_location", part)
                    .put("search_result_index", index)
                    .put("source", result.path("source").asText())
                    .put("title", result.path("title").asText())
                    .put("start_block_index", block)
                    .put("end_block_index", block + 1)));
        }
        addIfAny(passages);
    }

    /** What stands on a page that was found on the web is hidden from the caller, so its title has to do. */
    private void addWebResult(JsonNode result) {
        if (result.path("type").asText().equals("web_search_result")) {
            String title = result.path("title").asText();
            addIfAny(List.of(new Source.Passage(title, citation("web_search_result_location", title)
                    .put("encrypted_index", result.path("encrypted_content").asText())
                    .put("title", title)
                    .put("url", result.path("url").asText()))));
        }
    }

    private void addIfAny(List<Source.Passage> passages) {
        if (!passages.isEmpty()) {
            found.add(new Source(List.copyOf(passages)));
        }
    }

    private String text(JsonNode source) {
        return switch (source.path("type").asText()) {
            case "text" -> source.path("data").asText();
            case "content" -> source.path("content").asText("");
            case "file" -> files.find(source.path("file_id").asText())
                    .filter(file -> file.mimeType().startsWith("text/"))
                    .map(file -> new String(bytes(file), StandardCharsets.UTF_8))
                    .orElse("");
            default -> "";
        };
    }

    private List<PdfText> pages(JsonNode source) {
        return switch (source.path("type").asText()) {
            case "base64" -> PdfText.of(Base64.getDecoder().decode(source.path("data").asText()));
            case "file" -> files.find(source.path("file_id").asText()).map(Sources::bytes).map(PdfText::of).orElse(List.of());
            default -> List.of();
        };
    }

    private static byte[] bytes(StoredFile file) {
        try (InputStream stream = file.content().open()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            // contents that were not kept cannot be cited
            return new byte[0];
        }
    }

    private static ObjectNode citation(String type, JsonNode part) {
        return citation(type, part.path("text").asText());
    }

    private static ObjectNode citation(String type, String text) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("cited_text", text);
    }
}

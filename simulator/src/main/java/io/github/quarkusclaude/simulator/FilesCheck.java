package io.github.quarkusclaude.simulator;

import java.util.Map;
import java.util.Set;

/** Files that are referred to exist, and are of a type the block can hold. */
final class FilesCheck implements RequestCheck {

    private static final Map<String, Set<String>> TYPES = Map.of(
            "image", Set.of("image/jpeg", "image/png", "image/gif", "image/webp"),
            "document", Set.of("application/pdf", "text/plain"));

    private final FileStore files;

    FilesCheck(FileStore files) {
        this.files = files;
    }

    @Override
    public void check(MessagesRequest request) {
        request.allBlocks().forEach(this::check);
    }

    private void check(Located block) {
        String type = Turn.type(block);
        if (type.equals("container_upload")) {
            files.get(block.field("file_id").text());
        } else if (block.node().at("/source/type").asText().equals("file")) {
            Located id = block.field("source").field("file_id");
            StoredFile file = files.get(id.text());
            if (!TYPES.getOrDefault(type, Set.of()).contains(file.mimeType())) {
                throw id.reject("a file of type " + file.mimeType() + " cannot be used in " + type + " blocks");
            }
        }
    }
}

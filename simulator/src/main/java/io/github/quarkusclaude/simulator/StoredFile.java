package io.github.quarkusclaude.simulator;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A file of the Files API.
 *
 * @param downloadable whether it may be downloaded, which only files made by tools may be
 */
record StoredFile(String id, String filename, String mimeType, Instant createdAt, @Nullable Instant expiresAt,
        boolean downloadable, FileContent content) {

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "file");
        json.put("id", id);
        json.put("filename", filename);
        json.put("mime_type", mimeType);
        json.put("size_bytes", content.size());
        json.put("created_at", createdAt.toString());
        json.put("downloadable", downloadable);
        json.put("expires_at", expiresAt == null ? null : expiresAt.toString());
        return json;
    }
}

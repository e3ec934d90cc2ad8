package io.github.quarkusclaude.catalog.rules;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.CacheControl;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.ImageBlock;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.message.ToolUseBlock;

/** The {@code cache_control} of blocks, whatever their type. */
final class CacheControls {

    private static final String FIELD = "cache_control";

    private CacheControls() {
    }

    static @Nullable CacheControl of(ContentBlock block) {
        CacheControl typed = typed(block);
        if (typed != null) {
            return typed;
        }
        RawJson raw = block.additionalFields().get(FIELD);
        JsonNode control = raw == null ? null : raw.tree();
        return control == null || !control.isObject() ? null
                : new CacheControl(control.path("type").textValue(), control.path("ttl").textValue(), Map.of());
    }

    private static @Nullable CacheControl typed(ContentBlock block) {
        if (block instanceof TextBlock text) {
            return text.cacheControl();
        } else if (block instanceof ImageBlock image) {
            return image.cacheControl();
        } else if (block instanceof DocumentBlock document) {
            return document.cacheControl();
        } else if (block instanceof ToolUseBlock use) {
            return use.cacheControl();
        } else if (block instanceof ToolResultBlock result) {
            return result.cacheControl();
        }
        return null;
    }
}

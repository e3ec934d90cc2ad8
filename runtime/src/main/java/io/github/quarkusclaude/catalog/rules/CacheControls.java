package io.github.quarkusclaude.catalog.rules;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.CacheControl;
import io.github.quarkusclaude.message.ContentBlock;

/** The {@code cache_control} of blocks, also of kinds that have no component for it. */
final class CacheControls {

    private CacheControls() {
    }

    static @Nullable CacheControl of(ContentBlock block) {
        RawJson raw = block.additionalFields().get("cache_control");
        if (block.cacheControl() != null || raw == null) {
            return block.cacheControl();
        }
        JsonNode control = raw.tree();
        return control.isObject()
                ? new CacheControl(control.path("type").textValue(), control.path("ttl").textValue(), Map.of())
                : null;
    }
}

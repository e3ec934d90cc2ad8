package io.github.quarkusclaude.catalog.rules;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.TextBlock;

/** Whether the model is asked to cite from a block. */
final class Citing {

    private Citing() {
    }

    static boolean isEnabled(ContentBlock block) {
        if (block instanceof TextBlock) {
            return false;
        }
        RawJson citations = block.additionalFields().get("citations");
        return citations != null && citations.tree().path("enabled").asBoolean(false);
    }
}

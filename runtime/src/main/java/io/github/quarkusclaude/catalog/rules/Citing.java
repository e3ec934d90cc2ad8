package io.github.quarkusclaude.catalog.rules;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.CitationsConfig;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.SearchResultBlock;

/** Whether the model is asked to cite from a block. */
final class Citing {

    private Citing() {
    }

    static boolean isEnabled(ContentBlock block) {
        CitationsConfig citations = citations(block);
        return citations != null && Boolean.TRUE.equals(citations.enabled());
    }

    private static @Nullable CitationsConfig citations(ContentBlock block) {
        if (block instanceof DocumentBlock document) {
            return document.citations();
        }
        return block instanceof SearchResultBlock result ? result.citations() : null;
    }
}

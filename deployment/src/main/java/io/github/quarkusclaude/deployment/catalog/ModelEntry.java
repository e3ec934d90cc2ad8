package io.github.quarkusclaude.deployment.catalog;

import io.github.quarkusclaude.catalog.ClaudeModel;

/**
 * A model and the place that has the last word on it.
 */
record ModelEntry(ClaudeModel model, EntryOrigin origin) {
}

package io.github.quarkusclaude.catalog.rules;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.Effort;
import io.github.quarkusclaude.catalog.EffortRules;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.OutputConfig;

/** Effort levels: as requests have them, and as models know them. */
final class Efforts {

    private static final OutputConfig NOTHING = new OutputConfig(null, null, null, Map.of());

    private Efforts() {
    }

    /** The level a request asks for; absent if it asks for none, or for one this version does not know. */
    static @Nullable Effort of(MessageRequest request) {
        String asked = word(request);
        for (Effort effort : Effort.values()) {
            if (effort.id().equals(asked)) {
                return effort;
            }
        }
        return null;
    }

    /** What a request says for a level, known or not. */
    static @Nullable String word(MessageRequest request) {
        return request.outputConfig() == null ? null : request.outputConfig().effort();
    }

    /** The level the model has that comes nearest: not more than asked for, if it has one so low. */
    static Effort nearest(Effort asked, EffortRules rules) {
        if (rules.levels().isEmpty()) {
            return asked;
        }
        Effort nearest = rules.levels().get(0);
        for (Effort level : rules.levels()) {
            if (level.compareTo(asked) <= 0) {
                nearest = level;
            }
        }
        return nearest;
    }

    /** The request with another level, or without one. */
    static MessageRequest with(@Nullable Effort effort, MessageRequest request) {
        OutputConfig config = request.outputConfig();
        String word = effort == null ? null : effort.id();
        OutputConfig changed = config == null ? NOTHING.withEffort(word) : config.withEffort(word);
        return request.toBuilder().outputConfig(changed.equals(NOTHING) ? null : changed).build();
    }
}

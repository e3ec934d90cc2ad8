package io.github.quarkusclaude.simulator;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Answers with words of the sources, each with its citation. */
final class CitingReply {

    private static final int MOST_SOURCES = 3;
    private static final int LONGEST_QUOTE = 300;

    private CitingReply() {
    }

    static void say(List<Source> sources, Prompt prompt, AnswerDraft draft) {
        draft.say(SystemDirections.apply(prompt, Reply.free("The sources have this to say: ")));
        Set<String> asked = Words.of(prompt.text());
        sources.stream().limit(MOST_SOURCES).forEach(source -> {
            Source.Passage passage = source.passages().stream()
                    .min(Comparator.comparingInt(candidate -> -common(candidate, asked)))
                    .orElseThrow();
            draft.cite(new WrittenProse(passage.text().strip()).first(LONGEST_QUOTE), passage.citation());
        });
    }

    /** How many words of the prompt occur. */
    private static int common(Source.Passage passage, Set<String> asked) {
        Set<String> common = new HashSet<>(Words.of(passage.text()));
        common.retainAll(asked);
        return common.size();
    }
}

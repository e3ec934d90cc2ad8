package io.github.quarkusclaude.simulator;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/** Scripted answers, in the order in which requests will get them. */
final class ScriptQueue {

    private final Deque<ScriptedAnswer> answers = new ArrayDeque<>();

    synchronized void add(Collection<ScriptedAnswer> more) {
        answers.addAll(more);
    }

    /** Takes the next answer if it is one of those that replace the API, and with it all its checks. */
    synchronized @Nullable ScriptedAnswer takeUnchecked() {
        ScriptedAnswer next = answers.peek();
        return next == null || isChecked(next) ? null : answers.remove();
    }

    synchronized @Nullable ScriptedAnswer take() {
        return answers.poll();
    }

    synchronized void clear() {
        answers.clear();
    }

    private static boolean isChecked(ScriptedAnswer answer) {
        ScriptedAnswer bare = HeaderScript.bare(answer);
        return bare instanceof TextScript || bare instanceof MessageScript;
    }
}

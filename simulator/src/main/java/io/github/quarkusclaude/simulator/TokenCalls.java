package io.github.quarkusclaude.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers the newest calls of the token endpoint. */
final class TokenCalls {

    private static final int MOST = 10_000;

    private final Deque<TokenCall> calls = new ArrayDeque<>();

    synchronized void add(TokenCall call) {
        calls.addLast(call);
        if (calls.size() > MOST) {
            calls.removeFirst();
        }
    }

    synchronized List<TokenCall> all() {
        return List.copyOf(calls);
    }

    synchronized void clear() {
        calls.clear();
    }
}

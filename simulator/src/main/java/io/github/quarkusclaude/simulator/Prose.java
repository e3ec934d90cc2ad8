package io.github.quarkusclaude.simulator;

import java.util.Iterator;

/** A text as a model writes it: in pieces of a few words each. */
sealed interface Prose permits WrittenProse, LoremProse {

    /** The length in characters. */
    long length();

    /** The beginning of the text, of at most this many characters. */
    Prose first(long characters);

    /** The pieces, which together are the text. They are made one by one, as they are asked for. */
    Iterator<String> pieces();

    String text();
}

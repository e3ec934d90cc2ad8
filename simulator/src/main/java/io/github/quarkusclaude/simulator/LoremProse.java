package io.github.quarkusclaude.simulator;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/** Filler text of any length that is written while it is read, and takes no memory. */
record LoremProse(long length, long seed) implements Prose {

    private static final List<String> WORDS = List.of("lorem", "ipsum", "dolor", "sit", "amet", "consectetur", "adipiscing",
            "elit", "sed", "do", "eiusmod", "tempor", "incididunt", "ut", "labore", "et", "dolore", "magna", "aliqua", "enim",
            "minim", "veniam", "quis", "nostrud", "exercitation", "ullamco", "laboris", "nisi", "aliquip", "commodo");
    private static final int WORDS_PER_PIECE = 4;

    @Override
    public Prose first(long characters) {
        return new LoremProse(Math.min(length, characters), seed);
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        pieces().forEachRemaining(text::append);
        return text.toString();
    }

    @Override
    public Iterator<String> pieces() {
        return new Iterator<>() {

            private final Variety variety = new Variety(seed);
            private long written;
            private int leftInSentence;

            @Override
            public boolean hasNext() {
                return written < length;
            }

            @Override
            public String next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                StringBuilder piece = new StringBuilder();
                for (int i = 0; i < WORDS_PER_PIECE; i++) {
                    append(piece);
                }
                piece.setLength((int) Math.min(piece.length(), length - written));
                written += piece.length();
                return piece.toString();
            }

            private void append(StringBuilder piece) {
                String word = variety.pick(WORDS);
                boolean begins = leftInSentence == 0;
                if (begins) {
                    leftInSentence = variety.between(6, 14);
                    word = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
                }
                leftInSentence--;
                piece.append(word).append(leftInSentence == 0 ? ". " : " ");
            }
        };
    }
}

package io.github.quarkusclaude.simulator;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** A text that is there. */
record WrittenProse(String text) implements Prose {

    private static final int MOST_WORDS = 4;
    /** Texts without spaces have to be cut somewhere, too. */
    private static final int LONGEST_PIECE = 48;

    @Override
    public long length() {
        return text.length();
    }

    @Override
    public Prose first(long characters) {
        return characters >= text.length() ? this : new WrittenProse(text.substring(0, wholeCharacters((int) characters)));
    }

    @Override
    public Iterator<String> pieces() {
        Variety variety = Variety.of(text.length(), text.substring(0, Math.min(text.length(), LONGEST_PIECE)));
        return new Iterator<>() {

            private int position;

            @Override
            public boolean hasNext() {
                return position < text.length();
            }

            @Override
            public String next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int end = afterWords(position, variety.between(1, MOST_WORDS));
                String piece = text.substring(position, end);
                position = end;
                return piece;
            }
        };
    }

    private int afterWords(int start, int words) {
        int end = start;
        for (int word = 0; word < words && end < text.length() && end - start < LONGEST_PIECE; word++) {
            do {
                end++;
            } while (end < text.length() && text.charAt(end) != ' ' && end - start < LONGEST_PIECE);
        }
        return Math.max(start + 1, wholeCharacters(end));
    }

    /** A position no later than this one that does not tear a pair of surrogates apart. */
    private int wholeCharacters(int position) {
        boolean torn = position > 0 && position < text.length() && Character.isHighSurrogate(text.charAt(position - 1));
        return torn ? position - 1 : position;
    }
}

package io.github.quarkusclaude.deployment.javadoc;

/** Text as it comes out of HTML: white space counts once, unless it is to be kept. */
final class TextFlow {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder kept = new StringBuilder();
    private boolean keeping;
    private boolean space;
    private boolean line;
    private boolean item;

    void add(String added) {
        if (keeping) {
            kept.append(added);
            return;
        }
        added.codePoints().forEach(character -> {
            if (Character.isWhitespace(character)) {
                space = true;
            } else {
                separate();
                text.appendCodePoint(character);
            }
        });
    }

    void space() {
        space = true;
    }

    void line() {
        line = true;
    }

    void item() {
        item = true;
    }

    /** From here on white space is kept. */
    void keep() {
        line = true;
        keeping = true;
    }

    /** From here on white space counts once again. */
    void keepNoMore() {
        keeping = false;
        String block = kept.toString().stripIndent().strip();
        kept.setLength(0);
        if (!block.isEmpty()) {
            separate();
            text.append(block);
        }
        line = true;
    }

    private void separate() {
        if (!text.isEmpty()) {
            text.append(line || item ? "\n" : space ? " " : "");
        }
        text.append(item ? "- " : "");
        space = false;
        line = false;
        item = false;
    }

    @Override
    public String toString() {
        if (keeping) {
            keepNoMore();
        }
        return text.toString();
    }
}

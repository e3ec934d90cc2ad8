package io.github.quarkusclaude.message;

import org.jboss.logging.Logger;

/**
 * Warns of PDFs that probably have more pages than the API takes. How many there are only a PDF reader can say: pages may
 * be compressed, or left over from an earlier version of the file. So this never refuses anything.
 */
final class PdfPages {

    /** What models with a million tokens of context take. */
    static final int MAX = 600;

    /** What models with less context take. */
    static final int MAX_OF_SMALLER_MODELS = 100;

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude");

    private static final byte[] TYPE = { '/', 'T', 'y', 'p', 'e' };
    private static final byte[] PAGE = { '/', 'P', 'a', 'g', 'e' };

    private PdfPages() {
    }

    static void warn(String name, byte[] pdf) {
        int pages = estimate(pdf);
        if (pages > MAX) {
            LOG.warnf("%s seems to have %d pages; Claude takes %d", name, pages, MAX);
        } else if (pages > MAX_OF_SMALLER_MODELS) {
            LOG.infof("%s seems to have %d pages; models with less than a million tokens of context take %d", name, pages,
                    MAX_OF_SMALLER_MODELS);
        }
    }

    /** How many page objects can be seen; 0 if they are compressed. */
    static int estimate(byte[] pdf) {
        int pages = 0;
        for (int at = 0; at < pdf.length; at++) {
            if (pdf[at] == '/' && matches(pdf, at, TYPE)) {
                int value = afterSpace(pdf, at + TYPE.length);
                // "Pages" is a node of the page tree
                if (matches(pdf, value, PAGE) && !isLetter(pdf, value + PAGE.length)) {
                    pages++;
                }
            }
        }
        return pages;
    }

    private static int afterSpace(byte[] pdf, int from) {
        int at = from;
        while (at < pdf.length && (pdf[at] == ' ' || pdf[at] == '\r' || pdf[at] == '\n' || pdf[at] == '\t')) {
            at++;
        }
        return at;
    }

    private static boolean matches(byte[] pdf, int at, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (at + i >= pdf.length || pdf[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(byte[] pdf, int at) {
        return at < pdf.length && Character.isLetterOrDigit(pdf[at]);
    }
}

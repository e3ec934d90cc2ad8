package io.github.quarkusclaude.simulator;

/** All PDFs together do not have more pages than the model takes. */
final class PdfPagesCheck implements RequestCheck {

    private static final int MOST_PAGES = 600;
    private static final int MOST_IN_SMALL_CONTEXT = 100;
    private static final long LARGE_CONTEXT = 1_000_000;
    /** Base64 of more does not fit into a request. */
    private static final int LARGEST = 24 * 1024 * 1024;

    private final SourceBytes sources;

    PdfPagesCheck(SourceBytes sources) {
        this.sources = sources;
    }

    @Override
    public void check(MessagesRequest request) {
        int most = request.model().limit("max_input_tokens").orElse(LARGE_CONTEXT) < LARGE_CONTEXT ? MOST_IN_SMALL_CONTEXT
                : MOST_PAGES;
        int pages = 0;
        for (Located block : request.allBlocks()) {
            if (Turn.type(block).equals("document")) {
                pages += PdfPages.count(sources.read(block.node().path("source"), LARGEST));
                if (pages > most) {
                    throw block
                            .reject("too many PDF pages (" + pages + "); " + request.model().id() + " takes at most " + most);
                }
            }
        }
    }
}

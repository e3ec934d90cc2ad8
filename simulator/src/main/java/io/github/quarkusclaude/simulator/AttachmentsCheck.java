package io.github.quarkusclaude.simulator;

/** Images and PDFs go only to models that can look at them, and not too many images. */
final class AttachmentsCheck implements RequestCheck {

    private static final int MOST_IMAGES = 600;
    private static final int MOST_IN_SMALL_CONTEXT = 100;
    private static final long SMALL_CONTEXT = 200_000;

    @Override
    public void check(MessagesRequest request) {
        int images = 0;
        for (Located block : request.allBlocks()) {
            if (Turn.type(block).equals("image")) {
                images++;
                if (!request.model().can("image_input")) {
                    throw block.reject("image input is not supported by " + request.model().id());
                }
            }
            if (images > most(request.model())) {
                throw block.reject("too many images; " + request.model().id() + " takes at most " + most(request.model()));
            }
            boolean pdf = block.node().at("/source/media_type").asText().equals("application/pdf");
            if (pdf && !request.model().can("pdf_input")) {
                throw block.reject("PDF input is not supported by " + request.model().id());
            }
        }
    }

    private static int most(Model model) {
        return model.limit("max_input_tokens").orElse(Long.MAX_VALUE) <= SMALL_CONTEXT ? MOST_IN_SMALL_CONTEXT : MOST_IMAGES;
    }
}

package io.github.quarkusclaude.simulator;

/** Images and PDFs go only to models that can look at them. */
final class AttachmentsCheck implements RequestCheck {

    private static final int MOST_IMAGES = 600;
    private static final int MOST_IN_SMALL_CONTEXT = 100;
    private static final long SMALL_CONTEXT = 200_000;

    @Override
    public void check(MessagesRequest request) {
        int images = 0;
        for (Turn turn : request.turns()) {
            for (Located block : turn.blocks()) {
                images += images(block);
                if (Turn.type(block).equals("image") && !request.model().can("image_input")) {
                    throw block.reject("image input is not supported by " + request.model().id());
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
    }

    private static int images(Located block) {
        int images = Turn.type(block).equals("image") ? 1 : 0;
        if (block.field("content").node().isArray()) {
            for (Located part : block.field("content").items()) {
                images += images(part);
            }
        }
        return images;
    }

    private static int most(Model model) {
        return model.limit("max_input_tokens").orElse(Long.MAX_VALUE) <= SMALL_CONTEXT ? MOST_IN_SMALL_CONTEXT : MOST_IMAGES;
    }
}

package io.github.quarkusclaude.simulator;

/** Images and PDFs go only to models that can look at them. */
final class AttachmentsCheck implements RequestCheck {

    @Override
    public void check(MessagesRequest request) {
        for (Turn turn : request.turns()) {
            for (Located block : turn.blocks()) {
                if (Turn.type(block).equals("image") && !request.model().can("image_input")) {
                    throw block.reject("image input is not supported by " + request.model().id());
                }
                boolean pdf = block.node().at("/source/media_type").asText().equals("application/pdf");
                if (pdf && !request.model().can("pdf_input")) {
                    throw block.reject("PDF input is not supported by " + request.model().id());
                }
            }
        }
    }
}

package io.github.quarkusclaude.catalog.rules;

import io.github.quarkusclaude.message.ImageBlock;
import io.github.quarkusclaude.message.MessageRequest;

/** How many images a request may have depends on how much the model can read at once. */
final class ImageLimitRule implements ModelRule {

    private static final int MOST_IMAGES = 600;
    private static final int MOST_IMAGES_OF_SMALL_MODELS = 100;

    /** The context window of models with the smaller limit, in tokens. */
    private static final int SMALL = 200_000;

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        long images = context.blocks().stream().filter(placed -> placed.block() instanceof ImageBlock).count();
        int contextWindow = context.model().contextWindow();
        int most = contextWindow > 0 && contextWindow <= SMALL ? MOST_IMAGES_OF_SMALL_MODELS : MOST_IMAGES;
        if (images > most) {
            context.problem("The request has " + images + " images; " + context.model().id() + " takes " + most
                    + ". Send fewer, or several requests");
        }
        return request;
    }
}

package io.github.quarkusclaude.catalog.rules;

import java.util.function.Predicate;

import io.github.quarkusclaude.catalog.Capability;
import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.ImageBlock;
import io.github.quarkusclaude.message.MessageRequest;

/** What cannot be left out without changing the question: images, PDF documents, tools. Always an error. */
final class RequiredCapabilities implements ModelRule {

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        ClaudeModel model = context.model();
        if (model.supports(Capability.VISION) == Support.NO) {
            refuse(ImageBlock.class::isInstance, "read images", context);
        }
        if (model.supports(Capability.PDF_INPUT) == Support.NO) {
            refuse(RequiredCapabilities::isPdf, "read PDF documents", context);
        }
        if (model.supports(Capability.TOOL_USE) == Support.NO && request.tools() != null && !request.tools().isEmpty()) {
            context.problem(model.id() + " cannot use tools. Use a model that can");
        }
        if (model.supports(Capability.STREAMING) == Support.NO && context.purpose() == Purpose.STREAM) {
            context.problem(model.id() + " cannot stream its answer. Ask for it in one piece");
        }
        return request;
    }

    private static void refuse(Predicate<ContentBlock> kind, String ability, RuleContext context) {
        context.blocks().stream().filter(placed -> kind.test(placed.block())).findFirst()
                .ifPresent(placed -> context.problem(context.model().id() + " cannot " + ability + ", but "
                        + placed.path() + " is one. Use a model that can"));
    }

    private static boolean isPdf(ContentBlock block) {
        return block instanceof DocumentBlock document && document.source() != null
                && "application/pdf".equals(document.source().mediaType());
    }
}

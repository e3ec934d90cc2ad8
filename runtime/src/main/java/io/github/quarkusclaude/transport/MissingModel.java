package io.github.quarkusclaude.transport;

import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.rules.ModelAdvice;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.ModelNotFoundException;
import io.github.quarkusclaude.error.NotFoundException;

/**
 * Says more when the API does not find a model than its id, which is all the API says. A request may name other things that
 * are missing, such as a file: only an answer that has the model's id is about the model.
 */
final class MissingModel {

    private static final String TYPE = "not_found_error";

    private final ModelAdvice advice;

    MissingModel(ModelCatalog catalog) {
        this.advice = new ModelAdvice(catalog);
    }

    /** The failure, with advice if it is about this model. */
    Throwable explain(Throwable failure, String model) {
        if (!(failure instanceof NotFoundException missing) || !isAbout(missing.details(), model)) {
            return failure;
        }
        ErrorDetails details = missing.details();
        return new ModelNotFoundException(details.withMessage(details.message() + ". " + advice.afterRefusal(model)),
                missing.getCause());
    }

    private static boolean isAbout(ErrorDetails details, String model) {
        return TYPE.equals(details.type()) && details.code() == null && details.message().contains(model);
    }
}

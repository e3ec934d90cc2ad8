package io.github.quarkusclaude.catalog.rules;

import java.util.List;

import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.message.Content;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;

/** Fills in what a request leaves out. How long the answer may be depends on the model; {@link MaxTokensRule} knows. */
final class Defaults {

    private final RequestSettings settings;
    private final ModelCatalog catalog;

    Defaults(RequestSettings settings, ModelCatalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
    }

    MessageRequest fillIn(MessageRequest given) {
        MessageRequest request = given.additionalFields().isEmpty() ? given : typed(given);
        if (isNamed(request) && (request.system() != null || settings.system() == null)) {
            return request;
        }
        MessageRequestBuilder builder = request.toBuilder();
        if (!isNamed(request)) {
            builder.model(model(request));
        }
        if (request.system() == null) {
            builder.system(settings.system());
        }
        return builder.build();
    }

    /** The model of a request, or the default if it names none. */
    String model(MessageRequest given) {
        MessageRequest request = given.additionalFields().isEmpty() ? given : typed(given);
        if (isNamed(request)) {
            return request.model();
        }
        return settings.model() != null ? settings.model() : catalog.defaultModel().id();
    }

    /** A configuration that leaves a model empty names none. */
    private static boolean isNamed(MessageRequest request) {
        return request.model() != null && !request.model().isBlank();
    }

    /** A parameter that was added by its API name is the same as one that was set by its method. */
    private static MessageRequest typed(MessageRequest request) {
        String parameters = request.toBuilder().messages(List.of()).system((Content) null).tools(null).build().toJson();
        return MessageRequest.fromJson(parameters).toBuilder().messages(request.messages()).system(request.system())
                .tools(request.tools()).options(request.options()).build();
    }
}

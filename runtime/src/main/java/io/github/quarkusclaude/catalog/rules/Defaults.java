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
        // a configuration that leaves a model empty names none
        boolean named = request.model() != null && !request.model().isBlank();
        if (named && (request.system() != null || settings.system() == null)) {
            return request;
        }
        MessageRequestBuilder builder = request.toBuilder();
        if (!named) {
            builder.model(settings.model() != null ? settings.model() : catalog.defaultModel().id());
        }
        if (request.system() == null) {
            builder.system(settings.system());
        }
        return builder.build();
    }

    /** A parameter that was added by its API name is the same as one that was set by its method. */
    private static MessageRequest typed(MessageRequest request) {
        String parameters = request.toBuilder().messages(List.of()).system((Content) null).tools(null).build().toJson();
        return MessageRequest.fromJson(parameters).toBuilder().messages(request.messages()).system(request.system())
                .tools(request.tools()).options(request.options()).build();
    }
}

package io.github.quarkusclaude.transport;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;

/**
 * Fills in what a request leaves out, from the client's settings and the catalogue.
 */
final class RequestDefaults {

    /**
     * {@code max_tokens} where neither request nor configuration say. Enough for long answers and their thinking; the
     * official SDKs ask for streaming above 21,333.
     */
    static final int MAX_TOKENS = 16_384;

    /** The only version with {@code temperature}, {@code top_p} and {@code top_k}. */
    static final String SAMPLING_VERSION = "2023-06-01";

    private final ClientSettings settings;
    private final ModelCatalog catalog;

    RequestDefaults(ClientSettings settings, ModelCatalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
    }

    /** The request as it is to be sent; {@code stream} is {@code true} or left out. */
    MessageRequest complete(MessageRequest request, @Nullable Boolean stream) {
        String model = request.model() != null ? request.model() : model();
        MessageRequestBuilder builder = request.toBuilder().model(catalog.wireId(model)).stream(stream);
        if (request.maxTokens() == null) {
            builder.maxTokens(maxTokens(model));
        }
        if (request.system() == null && settings.system() != null) {
            builder.system(settings.system());
        }
        return builder.build();
    }

    private String model() {
        return settings.model() != null ? settings.model() : catalog.defaultModel().id();
    }

    private int maxTokens(String model) {
        if (settings.maxTokens() != null) {
            return settings.maxTokens();
        }
        Integer limit = catalog.model(model).map(known -> known.limits().maxTokens()).orElse(null);
        return limit == null ? MAX_TOKENS : Math.min(MAX_TOKENS, limit);
    }

    /** The API version a request goes under: the configured one, unless the request needs an older one. */
    String apiVersion(MessageRequest request) {
        boolean samples = request.temperature() != null || request.topP() != null || request.topK() != null;
        return samples && acceptsSampling(request.model()) ? SAMPLING_VERSION : settings.apiVersion();
    }

    private boolean acceptsSampling(String id) {
        Optional<ClaudeModel> model = catalog.model(id);
        return model.isPresent() && model.get().capabilities().samplingParameters() == Support.YES;
    }
}

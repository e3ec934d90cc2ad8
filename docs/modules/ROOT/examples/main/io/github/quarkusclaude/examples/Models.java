package io.github.quarkusclaude.examples;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.catalog.Capability;
import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelAccess;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.ModelInfo;
import io.github.quarkusclaude.catalog.ModelStatus;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.ModelChoice;

/** Questions about models. */
@ApplicationScoped
public class Models {

    // tag::catalog[]
    @Inject
    ModelCatalog catalog;

    @Inject
    ModelAccess access;
    // end::catalog[]

    @Inject
    ClaudeClient claude;

    List<String> withVision() {
        // tag::questions[]
        ClaudeModel model = catalog.model("claude-sonnet-5-5").orElseThrow();
        Integer context = model.limits().maxInputTokens(); // <1>
        Map<String, String> latest = catalog.getLatestModelsByFamily();
        List<String> seeing = catalog.getModelsWithCapability(Capability.VISION);
        // end::questions[]
        return seeing.contains(latest.get("sonnet")) && context != null ? seeing : List.of();
    }

    boolean mayUse(String model) {
        // tag::tiers[]
        boolean allowed = access.isModelAvailableForTier(model, SubscriptionTier.PRO);
        SubscriptionTier needed = access.getMinimumTierForModel(model);
        // end::tiers[]
        return allowed && needed.compareTo(SubscriptionTier.PRO) <= 0;
    }

    String answering(String question) {
        // tag::choice[]
        Message answer = claude.generate(question);
        ModelChoice choice = answer.modelChoice();
        String note = choice.isFallback() ? choice.effective() + " answered instead of " + choice.requested() : "";
        // end::choice[]
        return answer.text() + note;
    }

    List<String> offered() {
        // tag::offered[]
        List<String> offered;
        try (Stream<ModelInfo> models = claude.listModels(ModelStatus.ACTIVE)) {
            offered = models.map(ModelInfo::id).toList();
        }
        // end::offered[]
        return offered;
    }

    ModelCatalog current() {
        // tag::current[]
        ModelCatalog current = claude.currentCatalog();
        // end::current[]
        return current;
    }
}

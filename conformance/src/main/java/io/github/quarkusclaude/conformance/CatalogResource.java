package io.github.quarkusclaude.conformance;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.catalog.Capability;
import io.github.quarkusclaude.catalog.ModelAccess;
import io.github.quarkusclaude.catalog.ModelAccessException;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.SubscriptionTier;

/** The catalogue and the helper functions of the guide. */
@Path("/catalog")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogResource {

    private final ModelCatalog catalog;
    private final ModelAccess access;

    CatalogResource(ModelCatalog catalog, ModelAccess access) {
        this.catalog = catalog;
        this.access = access;
    }

    /** What is known without asking for a model or a tier. */
    @GET
    public ObjectNode catalog() {
        ObjectNode json = object();
        add(json.putArray("models"), catalog.models().stream().map(model -> model.id()).toList());
        add(json.putArray("listed"), catalog.listedIds());
        json.put("default", catalog.defaultModel().id());
        ObjectNode latest = json.putObject("latest");
        catalog.getLatestModelsByFamily().forEach(latest::put);
        return json;
    }

    @GET
    @Path("model")
    public ObjectNode model(@QueryParam("id") @DefaultValue("") String id) {
        ObjectNode json = object().put("metadata", catalog.getModelMetadata(id).isPresent())
                .put("sameAsCapabilities", catalog.getModelMetadata(id).equals(catalog.getModelCapabilities(id)))
                .put("known", catalog.isKnown(id)).put("wireId", catalog.wireId(id))
                .put("family", catalog.getModelMetadata(id).map(model -> model.line()).orElse(null))
                .put("contextWindow", catalog.getContextWindow(id)).put("maxOutputTokens", catalog.getMaxOutputTokens(id))
                .put("supportsVision", catalog.supportsVision(id))
                .put("supportsExtendedThinking", catalog.supportsExtendedThinking(id))
                .put("displayName", catalog.getModelDisplayName(id))
                .put("minimumTier", access.getMinimumTierForModel(id).id());
        ObjectNode supports = json.putObject("supports");
        for (Capability capability : Capability.values()) {
            supports.put(capability.id(), catalog.modelSupportsCapability(id, capability));
        }
        return json;
    }

    @GET
    @Path("family")
    public List<String> family(@QueryParam("name") String name) {
        return catalog.getModelsByFamily(name);
    }

    @GET
    @Path("capability")
    public List<String> capability(@QueryParam("name") String name) {
        return catalog.getModelsWithCapability(Capability.parse(name));
    }

    @GET
    @Path("tier")
    public ObjectNode tier(@QueryParam("name") String name) {
        SubscriptionTier tier;
        try {
            tier = SubscriptionTier.parse(name);
        } catch (IllegalArgumentException e) {
            return Outcome.describe(e);
        }
        ObjectNode json = object().put("default", access.getDefaultModelForTier(tier))
                .put("recommended", access.getRecommendedModelForTier(tier));
        add(json.putArray("models"), access.getAvailableModelsForTier(tier));
        ObjectNode distance = json.putObject("compareTiers");
        for (SubscriptionTier other : SubscriptionTier.values()) {
            distance.put(other.id(), access.compareTiers(tier, other));
        }
        return json;
    }

    @GET
    @Path("access")
    public ObjectNode access(@QueryParam("model") @DefaultValue("") String model, @QueryParam("tier") String tier) {
        ObjectNode json;
        try {
            access.validateModelAccess(model, SubscriptionTier.parse(tier));
            json = object();
        } catch (ModelAccessException e) {
            json = Outcome.describe(e);
        }
        return json.put("available", access.isModelAvailableForTier(model, SubscriptionTier.parse(tier)));
    }

    /** Which of the lists that are given out can be changed. */
    @GET
    @Path("changeable")
    public List<String> changeable() {
        Map<String, Runnable> changes = Map.of("getAvailableModelsForTier",
                () -> access.getAvailableModelsForTier(SubscriptionTier.MAX).remove(0),
                "getModelsByFamily", () -> catalog.getModelsByFamily("opus").remove(0),
                "getModelsWithCapability", () -> catalog.getModelsWithCapability(Capability.VISION).remove(0),
                "getLatestModelsByFamily", () -> catalog.getLatestModelsByFamily().clear());
        return changes.entrySet().stream().filter(change -> succeeds(change.getValue())).map(Map.Entry::getKey).toList();
    }

    private static boolean succeeds(Runnable change) {
        try {
            change.run();
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void add(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}

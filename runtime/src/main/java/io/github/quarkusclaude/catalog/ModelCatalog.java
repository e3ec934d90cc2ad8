package io.github.quarkusclaude.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.Usage;

/**
 * The models of the application, injectable. Questions about tiers are answered by {@link ModelAccess}.
 * <p>
 * Ids are compared exactly: letter case and white space matter. An alias is as good as the id of its model. Lists and maps
 * cannot be modified and keep the order of the catalogue. A model the catalogue does not know may exist all the same;
 * the catalogue never stops a request by itself.
 */
public final class ModelCatalog {

    private final List<ClaudeModel> models;
    private final Map<String, ClaudeModel> byName;
    private final ClaudeModel defaultModel;
    private final Map<String, String> latest;
    private final List<String> listedIds;
    private final List<TierPolicy> tierPolicies;

    /**
     * A catalogue with the given content. Applications inject the one of their build; this constructor is for tests and
     * for tools.
     *
     * @param models the models; ids and aliases must be unique, or the first one is found
     * @param defaultModel id or alias of the model to use when nothing else is said
     * @param latest line to id of its newest model
     * @param listedIds ids that are known to exist, without further data
     * @param tierPolicies the policies; a tier without one has every model
     * @throws IllegalArgumentException if the default model is not among the models
     */
    public ModelCatalog(List<ClaudeModel> models, String defaultModel, Map<String, String> latest, List<String> listedIds,
            List<TierPolicy> tierPolicies) {
        this.models = List.copyOf(models);
        this.byName = index(this.models);
        this.defaultModel = model(defaultModel).orElseThrow(
                () -> new IllegalArgumentException("The default model \"" + defaultModel + "\" is not in the catalogue"));
        this.latest = Collections.unmodifiableMap(new LinkedHashMap<>(latest));
        this.listedIds = List.copyOf(listedIds);
        this.tierPolicies = List.copyOf(tierPolicies);
    }

    private static Map<String, ClaudeModel> index(List<ClaudeModel> models) {
        Map<String, ClaudeModel> index = new HashMap<>();
        for (ClaudeModel model : models) {
            index.putIfAbsent(model.id(), model);
        }
        for (ClaudeModel model : models) {
            for (String alias : model.aliases()) {
                index.putIfAbsent(alias, model);
            }
        }
        return index;
    }

    /**
     * All models, deprecated and retired ones included.
     *
     * @return the models
     */
    public List<ClaudeModel> models() {
        return models;
    }

    /**
     * The model with an id or alias.
     *
     * @param id the id or alias
     * @return the model, or empty if the catalogue has no data about it
     */
    public Optional<ClaudeModel> model(String id) {
        return Optional.ofNullable(byName.get(id));
    }

    /**
     * The model to use when neither the request nor the configuration names one.
     *
     * @return the model
     */
    public ClaudeModel defaultModel() {
        return defaultModel;
    }

    /**
     * Whether the catalogue has heard of a model: it has data about it, or at least {@linkplain #listedIds() lists} it.
     *
     * @param id the id or alias
     * @return {@code false} if the id may be a slip of the pen, or newer than the catalogue
     */
    public boolean isKnown(String id) {
        return byName.containsKey(id) || listedIds.contains(id);
    }

    /**
     * Ids that are known to exist although the catalogue has no data about them. {@link #model} does not find them.
     *
     * @return the ids, possibly none
     */
    public List<String> listedIds() {
        return listedIds;
    }

    /**
     * What to send to the API for a model.
     *
     * @param id the id or alias an application uses
     * @return the id the API knows; an id that is not in the catalogue is returned as it is
     */
    public String wireId(String id) {
        ClaudeModel model = byName.get(id);
        return model == null ? id : model.wireId();
    }

    /**
     * The families the models belong to.
     *
     * @return names such as {@code haiku}
     */
    public List<String> lines() {
        LinkedHashSet<String> lines = new LinkedHashSet<>();
        for (ClaudeModel model : models) {
            String line = model.line();
            if (line != null) {
                lines.add(line);
            }
        }
        return List.copyOf(lines);
    }

    /**
     * What a tier may use.
     *
     * @param tier the tier
     * @return its policy
     */
    public TierPolicy tierPolicy(SubscriptionTier tier) {
        for (TierPolicy policy : tierPolicies) {
            if (policy.tier() == tier) {
                return policy;
            }
        }
        return new TierPolicy(tier, true, ids(models), defaultModel.id());
    }

    /**
     * The policies of all tiers that have one.
     *
     * @return the policies, from the least to the most
     */
    public List<TierPolicy> tierPolicies() {
        return tierPolicies;
    }

    /**
     * Everything known about a model. Another name of {@link #model}.
     *
     * @param id the id or alias
     * @return the model, or empty if the catalogue has no data about it
     */
    public Optional<ClaudeModel> getModelMetadata(String id) {
        return model(id);
    }

    /**
     * Everything known about a model. Another name of {@link #model}.
     *
     * @param id the id or alias
     * @return the model, or empty if the catalogue has no data about it
     */
    public Optional<ClaudeModel> getModelCapabilities(String id) {
        return model(id);
    }

    /**
     * The name people read.
     *
     * @param id the id or alias
     * @return the display name, or the id itself if the catalogue has no data about it
     */
    public String getModelDisplayName(String id) {
        ClaudeModel model = byName.get(id);
        return model == null ? id : model.displayName();
    }

    /**
     * Whether a model is known to have a capability. To tell "no" from "not known", use {@link ClaudeModel#supports}.
     *
     * @param id the id or alias
     * @param capability the capability
     * @return {@code false} also if the model or the answer is not known
     */
    public boolean modelSupportsCapability(String id, Capability capability) {
        ClaudeModel model = byName.get(id);
        return model != null && model.supports(capability).isYes();
    }

    /**
     * The models that are known to have a capability.
     *
     * @param capability the capability
     * @return their ids
     */
    public List<String> getModelsWithCapability(Capability capability) {
        List<ClaudeModel> found = new ArrayList<>();
        for (ClaudeModel model : models) {
            if (model.supports(capability).isYes()) {
                found.add(model);
            }
        }
        return ids(found);
    }

    /**
     * The models of a family, deprecated and retired ones included.
     *
     * @param family the line, for example {@code sonnet}
     * @return their ids, none if there is no such family
     */
    public List<String> getModelsByFamily(String family) {
        List<ClaudeModel> found = new ArrayList<>();
        for (ClaudeModel model : models) {
            if (family.equals(model.line())) {
                found.add(model);
            }
        }
        return ids(found);
    }

    /**
     * The newest model of each family: by release date, among the active ones that are open to everybody.
     *
     * @return family to id; a family without such a model is missing
     */
    public Map<String, String> getLatestModelsByFamily() {
        return latest;
    }

    /**
     * The context window of a model, prompt and answer together.
     *
     * @param id the id or alias
     * @return tokens, or 0 if not known
     */
    public int getContextWindow(String id) {
        ClaudeModel model = byName.get(id);
        return model == null ? 0 : model.contextWindow();
    }

    /**
     * The longest answer of a model.
     *
     * @param id the id or alias
     * @return tokens, or 0 if not known
     */
    public int getMaxOutputTokens(String id) {
        ClaudeModel model = byName.get(id);
        return model == null ? 0 : model.maxOutputTokens();
    }

    /**
     * Whether a model reads images.
     *
     * @param id the id or alias
     * @return {@code false} also if that is not known
     */
    public boolean supportsVision(String id) {
        return modelSupportsCapability(id, Capability.VISION);
    }

    /**
     * Whether a model can think before it answers.
     *
     * @param id the id or alias
     * @return {@code false} also if that is not known
     */
    public boolean supportsExtendedThinking(String id) {
        return modelSupportsCapability(id, Capability.EXTENDED_THINKING);
    }

    /**
     * What a message cost, at the list prices: cache writes and reads, batches, long prompts, fast mode, inference
     * geography and web searches included.
     *
     * @param message the message
     * @return the cost, or empty if it is not known, because the server did not count tokens or the catalogue does not have
     *         a price that is needed; never taken for 0
     */
    public Optional<Cost> cost(Message message) {
        return new CostCalculation(this::served, message.usage()).cost(message.model());
    }

    /**
     * What tokens cost, as in {@link #cost(Message)}.
     *
     * @param model the id or alias of the model that used them
     * @param usage the tokens
     * @return the cost, or empty if it is not known
     */
    public Optional<Cost> cost(String model, Usage usage) {
        return new CostCalculation(this::served, usage).cost(model);
    }

    /** A model by the name the API gives it in an answer. */
    private Optional<ClaudeModel> served(String id) {
        Optional<ClaudeModel> model = model(id);
        return model.isPresent() ? model : models.stream().filter(known -> known.wireId().equals(id)).findFirst();
    }

    private static List<String> ids(List<ClaudeModel> models) {
        List<String> ids = new ArrayList<>(models.size());
        for (ClaudeModel model : models) {
            ids.add(model.id());
        }
        return List.copyOf(ids);
    }
}

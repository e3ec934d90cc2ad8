package io.github.quarkusclaude.catalog.rules;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;
import io.github.quarkusclaude.message.ModelChoice;

/**
 * Makes of what an application asks for what the model of the request accepts. One for each client; safe to share between
 * threads.
 * <p>
 * All methods throw {@link io.github.quarkusclaude.error.InvalidRequestException} naming everything that is wrong, if the
 * API would refuse the request whatever the model is; with {@link io.github.quarkusclaude.message.Unsupported#REJECT} also
 * if the model would. What the catalogue does not know about a model is sent as asked.
 */
public final class RequestPreparation {

    /** In this order: a later rule sees what the earlier ones made of the request. */
    private static final List<ModelRule> RULES = List.of(
            new RequiredCapabilities(),
            new StructuredOutputRule(),
            new ImageLimitRule(),
            new SystemMessagesRule(),
            new ThinkingRule(),
            new ThinkingHistoryRule(),
            new PrefillRule(),
            new EffortRule(),
            new ForcedToolChoiceRule(),
            new MaxTokensRule(),
            new SamplingRule(),
            new SpeedRule(),
            new InferenceGeoRule(),
            new ComputerToolRule(),
            new AutomaticCachingRule(),
            new CacheMinimumRule());

    private final RequestSettings settings;
    private final ModelCatalog catalog;
    private final Defaults defaults;
    private final RequestChecks checks;
    private final BetaSelection betas;
    private final @Nullable ModelSelection selection;
    private final ForeignThinking thinking;
    private final OneTimeWarnings warnings;

    public RequestPreparation(RequestSettings settings, ModelCatalog catalog, BetaFeatures betas) {
        this(settings, catalog, betas, new ForeignThinking(catalog, null, false), new OneTimeWarnings());
    }

    private RequestPreparation(RequestSettings settings, ModelCatalog catalog, BetaFeatures betas, ForeignThinking thinking,
            OneTimeWarnings warnings) {
        this.settings = settings;
        this.catalog = catalog;
        this.thinking = thinking;
        this.warnings = warnings;
        this.defaults = new Defaults(settings, catalog);
        this.checks = new RequestChecks();
        this.betas = new BetaSelection(betas);
        this.selection = settings.policy() == null ? null : new ModelSelection(settings.policy(), catalog, warnings);
    }

    /** For requests to another model than the one they were made for. The rest of their defaults stays the same. */
    public RequestPreparation inPlaceOfAnother() {
        return new RequestPreparation(settings, catalog, betas.features(), new ForeignThinking(catalog, null, true), warnings);
    }

    /**
     * For requests that another client sends in place of this one. What requests say by default stays the same; what is about
     * the server and the account is that of the other client.
     *
     * @param client the name of the other client
     * @param other its settings
     * @param otherBetas its beta features
     */
    public RequestPreparation sentBy(String client, RequestSettings other, BetaFeatures otherBetas) {
        return new RequestPreparation(settings.sentBy(other), catalog, otherBetas, new ForeignThinking(catalog, client, true),
                warnings);
    }

    /** The model of a request, or the default if it names none, whether it may be used or not. */
    public String requestedModel(MessageRequest request) {
        return defaults.model(request);
    }

    /** For a message in one piece. */
    public PreparedRequest prepare(MessageRequest request) {
        return prepare(request, Purpose.MESSAGE);
    }

    /** For a message as a stream of events. The same body as for one piece, but for {@code stream}. */
    public PreparedRequest prepareForStream(MessageRequest request) {
        return prepare(request, Purpose.STREAM);
    }

    /** For counting the tokens of the prompt: only what counts is left. */
    public PreparedRequest prepareForCounting(MessageRequest request) {
        return prepare(request, Purpose.COUNT);
    }

    /**
     * For a message batch. Version and beta values are headers of the batch, so they hold for all of its requests: send
     * the union of the beta values, and the oldest of the versions, which accepts the requests of the newer one as well.
     */
    public PreparedRequest prepareForBatch(MessageRequest request) {
        return prepare(request, Purpose.BATCH);
    }

    private PreparedRequest prepare(MessageRequest request, Purpose purpose) {
        MessageRequest requested = defaults.fillIn(request);
        ModelChoice choice = selection == null ? new ModelChoice(requested.model(), requested.model(), null)
                : selection.choose(requested.model());
        MessageRequest asked = thinking.leftOut(
                choice.isFallback() ? requested.toBuilder().model(choice.effective()).build() : requested);
        ClaudeModel model = catalog.model(asked.model()).orElseGet(() -> ClaudeModel.named(asked.model(), asked.model(), null));
        RuleContext context = new RuleContext(asked, model, purpose, settings, betas.features(), warnings);
        checks.check(context);
        MessageRequest fitted = asked;
        for (ModelRule rule : RULES) {
            fitted = rule.apply(fitted, context);
        }
        MessageRequestBuilder body = fitted.toBuilder().model(catalog.wireId(asked.model()))
                .stream(purpose == Purpose.STREAM ? true : null);
        MessageRequest complete = purpose == Purpose.COUNT ? TokenCounting.countable(body.build()) : body.build();
        List<String> values = betas.of(complete, context);
        context.failIfAnyProblem();
        return new PreparedRequest(complete, ApiVersionRule.version(complete, settings.apiVersion()), values,
                betas.otherHeaders(request.options().headers()), choice);
    }
}

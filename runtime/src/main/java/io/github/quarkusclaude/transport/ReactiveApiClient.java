package io.github.quarkusclaude.transport;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.batch.ReactiveBatches;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.ModelInfo;
import io.github.quarkusclaude.catalog.ModelMerge;
import io.github.quarkusclaude.catalog.ModelStatus;
import io.github.quarkusclaude.catalog.rules.BetaFeatures;
import io.github.quarkusclaude.catalog.rules.PreparedRequest;
import io.github.quarkusclaude.catalog.rules.RequestPreparation;
import io.github.quarkusclaude.file.ReactiveFiles;
import io.github.quarkusclaude.limits.Admission;
import io.github.quarkusclaude.limits.AdmissionStatus;
import io.github.quarkusclaude.limits.Budget;
import io.github.quarkusclaude.limits.BudgetStatus;
import io.github.quarkusclaude.limits.LimitState;
import io.github.quarkusclaude.limits.ResponseMetadata;
import io.github.quarkusclaude.limits.UsageInfo;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.StructuredMessage;
import io.github.quarkusclaude.message.TokenCount;
import io.github.quarkusclaude.observation.CallWatch;
import io.github.quarkusclaude.schema.OutputType;
import io.github.quarkusclaude.schema.StructuredOutputs;
import io.github.quarkusclaude.stream.MessageStart;
import io.github.quarkusclaude.stream.Ping;
import io.github.quarkusclaude.stream.ReactiveMessageStream;
import io.github.quarkusclaude.stream.StreamEvent;
import io.github.quarkusclaude.tool.ReactiveToolRunner;
import io.github.quarkusclaude.tool.ToolRunners;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Takes a request through the rooms: defaults and catalogue, credential, transport.
 */
public final class ReactiveApiClient implements ReactiveClaudeClient {

    /** The largest page the API gives. */
    private static final int PAGE_SIZE = 1000;

    private final ClientSettings settings;
    private final StructuredOutputs outputs;
    private final ModelCatalog catalog;
    private final RequestPreparation preparation;
    private final MissingModel missingModel;
    private final ToolRunners toolRunners;
    private final LimitState limits;
    private final @Nullable Budget budget;
    private final Admission admission;
    private final Attempts attempts;
    private final CallObservation observation;
    private final UnaryCalls unary;
    private final StreamCalls streams;
    private final StreamResumption resumption;
    private final FallbackChain fallbacks;
    private final BetaFeatures betas;
    private final ReactiveBatchCalls batches;
    private final ReactiveFileCalls files;

    public ReactiveApiClient(ClientSettings settings, ModelCatalog catalog, BetaFeatures betas, StructuredOutputs outputs,
            Vertx vertx, HttpOptions httpOptions, ToolRunners toolRunners, LimitState limits,
            @Nullable Budget budget, CallObservation observation, FallbackEnvironment environment) {
        this.settings = settings;
        this.betas = betas;
        this.outputs = outputs;
        this.catalog = catalog;
        this.toolRunners = toolRunners;
        this.limits = limits;
        this.budget = budget;
        this.observation = observation;
        this.preparation = new RequestPreparation(settings.requests(), catalog, betas);
        this.missingModel = new MissingModel(catalog);
        RequestHead head = new RequestHead(settings);
        CredentialUse credentials = new CredentialUse(settings.credentials(), vertx);
        this.admission = new Admission(limits.client(), settings.admission(), new VertxScheduling(vertx));
        PacedCalls paced = new PacedCalls(admission, new AnswerHeads(limits, Clock.systemUTC()), catalog, settings.timeout());
        ApiErrors apiErrors = new ApiErrors(settings.credentials()::masked, Clock.systemUTC());
        NetworkErrors networkErrors = new NetworkErrors(settings.baseUrl());
        this.attempts = new Attempts(settings, vertx, networkErrors);
        this.unary = new UnaryCalls(settings, vertx, httpOptions.of(settings), head, credentials, paced, apiErrors,
                networkErrors, attempts);
        this.streams = new StreamCalls(settings, vertx, httpOptions.of(settings), head, credentials, paced, apiErrors,
                networkErrors);
        this.resumption = new StreamResumption(settings, catalog, vertx);
        TransferCalls transfers = new TransferCalls(settings, vertx, streams.http(), head, credentials, paced, apiErrors,
                networkErrors, attempts);
        this.fallbacks = new FallbackChain(this, settings, preparation, catalog, environment);
        this.batches = new ReactiveBatchCalls(preparation, unary, transfers, vertx);
        this.files = new ReactiveFileCalls(unary, transfers, vertx);
    }

    @Override
    public Uni<Message> generate(String prompt) {
        return generate(MessageRequest.of(prompt));
    }

    @Override
    public Uni<Message> generate(MessageRequest request) {
        return fallbacks.generate(request);
    }

    /**
     * Asks one model, whatever it answers.
     *
     * @param timeout how long that may take, with all attempts
     */
    Uni<Message> ask(RequestPreparation preparation, MessageRequest request, Duration timeout) {
        return Uni.createFrom().deferred(() -> {
            PreparedRequest prepared = preparation.prepare(request);
            ToolNames names = toolNames(prepared);
            PreparedRequest sent = renamed(prepared, names);
            Function<CallWatch, Uni<Message>> attempt = unary.attempts(sent, timeout);
            return observation
                    .call(prepared.body(),
                            watch -> unary.call(Endpoint.MESSAGES, watch, timeout,
                                    () -> paid(prepared, () -> attempt.apply(watch))))
                    .onItem().invoke(message -> limits.answeredWith(message.usage()))
                    .onFailure().transform(failure -> missingModel.explain(failure, prepared.body().model()))
                    .onItem().transform(Reception.of(prepared, names)::of);
        });
    }

    @Override
    public <T> Uni<StructuredMessage<T>> generate(String prompt, Class<T> type) {
        return generate(MessageRequest.of(prompt), type);
    }

    @Override
    public <T> Uni<StructuredMessage<T>> generate(MessageRequest request, Class<T> type) {
        return Uni.createFrom().deferred(() -> {
            OutputType<T> output = outputs.of(type);
            return generate(output.askedBy(request)).onItem().transform(output::of);
        });
    }

    @Override
    public ReactiveMessageStream stream(String prompt) {
        return stream(MessageRequest.of(prompt));
    }

    @Override
    public ReactiveMessageStream stream(MessageRequest request) {
        return ReactiveMessageStream.of(Multi.createFrom().deferred(() -> fallbacks.stream(request)));
    }

    /**
     * Asks one model for a stream, whatever it answers.
     *
     * @param timeout how long the whole stream may take, with all attempts
     */
    Multi<StreamEvent> askForStream(RequestPreparation preparation, MessageRequest request, Duration timeout) {
        return Multi.createFrom().deferred(() -> {
            PreparedRequest prepared = preparation.prepareForStream(request);
            return resumption.of(prepared, timeout, this::open);
        });
    }

    private Multi<StreamEvent> open(PreparedRequest prepared, Duration timeout) {
        ToolNames names = toolNames(prepared);
        PreparedRequest sent = renamed(prepared, names);
        BiFunction<CallWatch, Deadline, Multi<StreamEvent>> attempt = streams.attempts(sent, Reception.of(prepared, names),
                limits::newMessage);
        return observation.stream(prepared.body(), watch -> attempts
                .open(Endpoint.MESSAGES, watch, timeout, deadline -> Primed.of(
                        paidStream(prepared, () -> attempt.apply(watch, deadline)), ReactiveApiClient::isContent))
                .onFailure().transform(failure -> missingModel.explain(failure, prepared.body().model()))
                .onItem().transformToMulti(Primed::items));
    }

    /** For requests of another client that this one sends in its place. */
    RequestPreparation inPlaceOf(RequestPreparation other, String name) {
        return other.sentBy(name, settings.requests(), betas);
    }

    /** The time-out of this client, or what is left of another one if that is less. */
    Duration shorter(Duration left) {
        return left.compareTo(settings.timeout()) < 0 ? left : settings.timeout();
    }

    /** What comes before says nothing of the answer, and can be taken back. */
    private static boolean isContent(StreamEvent event) {
        return !(event instanceof MessageStart) && !(event instanceof Ping);
    }

    private Uni<Message> paid(PreparedRequest request, Supplier<Uni<Message>> call) {
        return budget == null ? call.get() : budget.call(request.body(), call);
    }

    private Multi<StreamEvent> paidStream(PreparedRequest request, Supplier<Multi<StreamEvent>> call) {
        return budget == null ? call.get() : budget.stream(request.body(), call);
    }

    private ToolNames toolNames(PreparedRequest request) {
        return settings.credentials().method().isSubscription() ? ToolNames.prefixed(request.body()) : ToolNames.UNCHANGED;
    }

    private static PreparedRequest renamed(PreparedRequest request, ToolNames names) {
        return names == ToolNames.UNCHANGED ? request
                : new PreparedRequest(names.send(request.body()), request.apiVersion(), request.betas(), request.headers(),
                        request.choice());
    }

    @Override
    public Uni<TokenCount> countTokens(String prompt) {
        return countTokens(MessageRequest.of(prompt));
    }

    @Override
    public Uni<TokenCount> countTokens(MessageRequest request) {
        return Uni.createFrom().deferred(() -> {
            PreparedRequest prepared = preparation.prepareForCounting(request);
            PreparedRequest sent = renamed(prepared, toolNames(prepared));
            return unary
                    .call(Endpoint.COUNT_TOKENS, CallWatch.NOBODY, unary.countAttempts(sent))
                    .onFailure().transform(failure -> missingModel.explain(failure, prepared.body().model()));
        });
    }

    @Override
    public Uni<List<ModelInfo>> models() {
        return listModels().collect().asList();
    }

    @Override
    public Multi<ModelInfo> listModels(ModelStatus... statuses) {
        List<String> lifecycle = Stream.of(statuses).map(ModelStatus::id).toList();
        return Paging.items(cursor -> unary.call(Endpoint.MODELS,
                (api, head) -> api.listModels(head, PAGE_SIZE, cursor.afterId(), lifecycle),
                ListPage.of(ModelInfo::readFrom)));
    }

    @Override
    public Uni<ModelCatalog> currentCatalog() {
        return listModels(ModelStatus.values()).collect().asList()
                .onItem().transform(models -> ModelMerge.over(catalog, models));
    }

    @Override
    public Uni<ModelInfo> model(String id) {
        return unary.call(Endpoint.MODELS, (api, head) -> api.model(head, id), ModelInfo::readFrom)
                .onFailure().transform(failure -> missingModel.explain(failure, id));
    }

    @Override
    public ReactiveBatches batches() {
        return batches;
    }

    @Override
    public ReactiveFiles files() {
        return files;
    }

    @Override
    public ReactiveToolRunner toolRunner() {
        return toolRunners.reactive(this, settings.model(),
                settings.credentials()::masked);
    }

    @Override
    public UsageInfo usage() {
        return limits.usage();
    }

    @Override
    public ResponseMetadata lastResponse() {
        return limits.lastResponse();
    }

    @Override
    public Optional<BudgetStatus> budget() {
        return Optional.ofNullable(budget).map(Budget::status);
    }

    /** How many calls are under way, and how many wait for that. */
    public AdmissionStatus admission() {
        return admission.status();
    }

    /** Whether the endpoints of the API are in order, as far as this client has seen. */
    public Map<Endpoint, CircuitStatus> circuits() {
        return attempts.circuits();
    }

    void close() {
        unary.close();
        streams.close();
    }
}

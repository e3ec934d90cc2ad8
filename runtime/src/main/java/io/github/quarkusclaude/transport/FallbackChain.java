package io.github.quarkusclaude.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.FallbackEvent;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.rules.RequestPreparation;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ModelRoute;
import io.github.quarkusclaude.stream.StreamEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Asks one after the other who may answer a request: the model it was made for, and what the client falls back to. All of
 * them together have the time of one call.
 */
final class FallbackChain {

    /** How an answer is asked for. */
    @FunctionalInterface
    interface Ask<T> {

        Uni<T> ask(ReactiveApiClient client, RequestPreparation preparation, MessageRequest request, Duration timeout);
    }

    private final ReactiveApiClient client;
    private final ClientSettings settings;
    private final FallbackRules rules;
    private final RequestPreparation preparation;
    private final RequestPreparation ofReplacements;
    private final ModelCatalog catalog;
    private final FallbackEnvironment environment;
    private final Map<String, RequestPreparation> ofOtherClients = new ConcurrentHashMap<>();

    FallbackChain(ReactiveApiClient client, ClientSettings settings, RequestPreparation preparation, ModelCatalog catalog,
            FallbackEnvironment environment) {
        this.client = client;
        this.settings = settings;
        this.rules = new FallbackRules(settings.fallback().on());
        this.preparation = preparation;
        this.ofReplacements = preparation.inPlaceOfAnother();
        this.catalog = catalog;
        this.environment = environment;
    }

    Uni<Message> generate(MessageRequest request) {
        List<ModelRoute> others = others(request);
        return others.isEmpty() ? client.ask(preparation, request, settings.timeout())
                : Uni.createFrom().deferred(() -> run(request, others, ReactiveApiClient::ask, new WholeAnswers()).answer());
    }

    Multi<StreamEvent> stream(MessageRequest request) {
        List<ModelRoute> others = others(request);
        return others.isEmpty() ? client.askForStream(preparation, request, settings.timeout())
                : Multi.createFrom().deferred(() -> {
                    StreamedAnswers answers = new StreamedAnswers();
                    return run(request, others, answers::open, answers).answer()
                            .onItem().transformToMulti(StreamedAnswers.Opened::events)
                            .onCancellation().invoke(answers::cancel);
                });
    }

    private List<ModelRoute> others(MessageRequest request) {
        List<ModelRoute> own = request.options().fallback();
        return own == null ? settings.fallback().to() : own;
    }

    private <T> FallbackRun<T> run(MessageRequest request, List<ModelRoute> others, Ask<T> ask,
            FallbackRun.Answers<T> answers) {
        String requested = preparation.requestedModel(request);
        Deadline deadline = Deadline.in(settings.timeout());
        List<Candidate<T>> candidates = new ArrayList<>();
        for (ModelRoute route : inOrder(requested, others, request)) {
            candidates.add(new Candidate<>(route, route.equals(ModelRoute.to(requested)), request, ask, deadline));
        }
        return new FallbackRun<>(requested, candidates, answers, rules, deadline,
                (left, next) -> environment.observers().accept(
                        new FallbackEvent(environment.client(), left.route(), next, left.reason(), left.failure())));
    }

    /** The model of the request and the others, each once; but who has begun a turn of the conversation is to finish it. */
    private List<ModelRoute> inOrder(String requested, List<ModelRoute> others, MessageRequest request) {
        List<ModelRoute> routes = new ArrayList<>(List.of(ModelRoute.to(requested)));
        for (ModelRoute other : others) {
            ModelRoute named = other.model() == null ? new ModelRoute(requested, other.client()) : other;
            if (find(named, routes) == null) {
                routes.add(named);
            }
        }
        ModelRoute begun = OpenTurnRoute.of(request.messages());
        ModelRoute first = begun == null ? null : find(begun, routes);
        if (first != null) {
            routes.remove(first);
            routes.add(0, first);
        }
        return routes;
    }

    private @Nullable ModelRoute find(ModelRoute wanted, List<ModelRoute> routes) {
        for (ModelRoute route : routes) {
            boolean sameClient = wanted.client() == null ? route.client() == null : wanted.client().equals(route.client());
            if (sameClient && id(wanted).equals(id(route))) {
                return route;
            }
        }
        return null;
    }

    private String id(ModelRoute route) {
        String model = String.valueOf(route.model());
        return catalog.model(model).map(ClaudeModel::id).orElse(model);
    }

    private RequestPreparation sentBy(String name, ReactiveApiClient other) {
        return ofOtherClients.computeIfAbsent(name, unknown -> other.inPlaceOf(preparation, name));
    }

    /** One that may answer. */
    private final class Candidate<T> implements FallbackRun.Candidate<T> {

        private final ModelRoute route;
        private final boolean requested;
        private final MessageRequest request;
        private final Ask<T> ask;
        private final Deadline deadline;

        Candidate(ModelRoute route, boolean requested, MessageRequest request, Ask<T> ask, Deadline deadline) {
            this.route = route;
            this.requested = requested;
            this.request = request;
            this.ask = ask;
            this.deadline = deadline;
        }

        @Override
        public ModelRoute route() {
            return route;
        }

        @Override
        public boolean isRequested() {
            return requested;
        }

        @Override
        public Uni<T> ask() {
            Duration left = deadline.remaining();
            if (requested) {
                return ask.ask(client, preparation, request, left);
            }
            MessageRequest instead = request.toBuilder().model(route.model()).build();
            String name = route.client();
            if (name == null) {
                return ask.ask(client, ofReplacements, instead, left);
            }
            ReactiveApiClient other = environment.others().apply(name);
            return ask.ask(other, sentBy(name, other), instead, other.shorter(left));
        }
    }
}

package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Set;

import io.vertx.core.http.HttpMethod;

/** Puts the parts of a simulator together. */
final class SimulatorParts {

    private static final int MESSAGE_BYTES = 32 * 1024 * 1024;

    private final FrontDoor frontDoor;

    SimulatorParts(ClaudeSimulator.Builder builder, ScriptQueue scripts, FaultQueue faults, RequestLog log) {
        Json json = new Json();
        Identifiers identifiers = new Identifiers(builder.seed);
        Responder responder = new Responder(json, builder.tokenDelay);
        Access access = new Access(new ApiKeys(Set.copyOf(builder.apiKeys)));
        ModelCatalog catalog = ModelCatalog.load(builder.catalog, builder.models, json);
        ThinkingSeal seal = new ThinkingSeal(builder.seed);
        RequestChecks checks = new RequestChecks(catalog, identifiers, seal);
        RateLimits rateLimits = new RateLimits(builder.requestsPerMinute, builder.inputTokensPerMinute,
                builder.outputTokensPerMinute, builder.clock);
        AnswerComposer composer = new AnswerComposer(builder.seed, identifiers, seal);
        Router router = new Router(List.of(
                new Route(HttpMethod.POST, "/v1/messages", MESSAGE_BYTES,
                        new MessagesEndpoint(access, checks, rateLimits, scripts, composer, responder, json)),
                new Route(HttpMethod.POST, "/v1/messages/count_tokens", MESSAGE_BYTES,
                        new CountTokensEndpoint(access, checks, responder, json)),
                new Route(HttpMethod.GET, "/v1/models", 0, new ListModelsEndpoint(access, catalog, responder)),
                new Route(HttpMethod.GET, "/v1/models/{id}", 0, new GetModelEndpoint(access, catalog, responder))));
        frontDoor = new FrontDoor(router, responder, faults, log, identifiers, json, builder.clock);
    }

    FrontDoor frontDoor() {
        return frontDoor;
    }
}

package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.vertx.core.http.HttpMethod;

/** Puts the parts of a simulator together. */
final class SimulatorParts {

    private static final int MESSAGE_BYTES = 32 * 1024 * 1024;

    private static final int BATCH_BYTES = 256 * 1024 * 1024;

    private final FrontDoor frontDoor;

    SimulatorParts(ClaudeSimulator.Builder builder, ScriptQueue scripts, FaultPlan faults, AnswerHeaders answerHeaders,
            RequestLog log, Identifiers identifiers, FileStore files, BatchStore batches, OAuthState oauth,
            ContainerStore containers) {
        Json json = new Json();
        Responder responder = new Responder(json, builder.tokenDelay);
        AccessTokens accessTokens = new AccessTokens(oauth.tokens(), builder.oauth.betaRequired);
        Access access = new Access(oauth.keys(), accessTokens, Set.copyOf(builder.closedBetas));
        ModelCatalog catalog = ModelCatalog.load(builder.catalog, builder.models, json);
        ThinkingSeal seal = new ThinkingSeal(builder.seed);
        RequestChecks checks = new RequestChecks(catalog, identifiers, seal, files, containers);
        RateLimits rateLimits = new RateLimits(builder.requestsPerMinute, builder.inputTokensPerMinute,
                builder.outputTokensPerMinute, builder.clock);
        PromptCache cache = new PromptCache(identifiers, builder.clock);
        AnswerComposer composer = new AnswerComposer(builder.seed, identifiers, seal, files, cache, containers,
                builder.clock);
        FileEndpoints fileEndpoints = new FileEndpoints(access, files, responder);
        BatchEndpoints batchEndpoints = new BatchEndpoints(access, batches, checks, composer, responder, json, builder.clock);
        Intake none = Intake.upTo(0);
        Intake message = Intake.upTo(MESSAGE_BYTES);
        List<Route> routes = new ArrayList<>(List.of(
                new Route(HttpMethod.POST, "/v1/messages", message,
                        new MessagesEndpoint(access, checks, rateLimits, scripts, new ThreadStore(builder.clock), composer,
                                cache, containers, responder, json)),
                new Route(HttpMethod.POST, "/v1/messages/count_tokens", message,
                        new CountTokensEndpoint(access, checks, responder, json)),
                new Route(HttpMethod.GET, "/v1/models", none, new ListModelsEndpoint(access, catalog, responder)),
                new Route(HttpMethod.GET, "/v1/models/{id}", none, new GetModelEndpoint(access, catalog, responder)),
                new Route(HttpMethod.POST, "/v1/messages/batches", Intake.upTo(BATCH_BYTES), batchEndpoints::create),
                new Route(HttpMethod.GET, "/v1/messages/batches", none, batchEndpoints::list),
                new Route(HttpMethod.GET, "/v1/messages/batches/{id}", none, batchEndpoints::get),
                new Route(HttpMethod.DELETE, "/v1/messages/batches/{id}", none, batchEndpoints::delete),
                new Route(HttpMethod.POST, "/v1/messages/batches/{id}/cancel", message, batchEndpoints::cancel),
                new Route(HttpMethod.GET, "/v1/messages/batches/{id}/results", none, batchEndpoints::results),
                new Route(HttpMethod.POST, "/v1/files", new UploadIntake(builder.maxFileBytes, builder.keepUploads),
                        fileEndpoints::create),
                new Route(HttpMethod.GET, "/v1/files", none, fileEndpoints::list),
                new Route(HttpMethod.GET, "/v1/files/{id}", none, fileEndpoints::get),
                new Route(HttpMethod.DELETE, "/v1/files/{id}", none, fileEndpoints::delete),
                new Route(HttpMethod.GET, "/v1/files/{id}/content", none, fileEndpoints::content)));
        routes.addAll(new OAuthRoutes(oauth, accessTokens, identifiers, responder, json, builder.clock).all());
        frontDoor = new FrontDoor(new Router(routes), responder, faults, answerHeaders, log, identifiers, json,
                builder.clock);
    }

    FrontDoor frontDoor() {
        return frontDoor;
    }
}

package io.github.quarkusclaude.conformance;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.auth.AuthStatus;
import io.github.quarkusclaude.auth.ClaudeAuth;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.github.quarkusclaude.limits.ResponseMetadata;
import io.github.quarkusclaude.limits.UsageInfo;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.ModelChoice;
import io.github.quarkusclaude.stream.MessageStream;
import io.github.quarkusclaude.stream.StreamEvent;

/** Clients, configured by name or made for a test, and what can be asked of them. Failures are answers as well. */
@Path("/clients/{client}")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public class ClientsResource {

    /** The client without a name. */
    private static final String DEFAULT = "default";

    private final ClaudeClients clients;
    private final ClaudeAuth auth;
    private final Map<String, ClaudeClient> made = new ConcurrentHashMap<>();

    ClientsResource(ClaudeClients clients, ClaudeAuth auth) {
        this.clients = clients;
        this.auth = auth;
    }

    /** Makes a client with the settings of the body, in the place of an earlier one. */
    @POST
    public ObjectNode make(@PathParam("client") String name, JsonNode settings) {
        return Outcome.of(() -> {
            ClaudeClients.Builder builder = clients.builder();
            setting(settings, "baseUrl").ifPresent(builder::baseUrl);
            setting(settings, "apiKey").ifPresent(builder::apiKey);
            setting(settings, "oauthToken").ifPresent(builder::oauthToken);
            setting(settings, "model").ifPresent(builder::model);
            setting(settings, "tier").map(SubscriptionTier::parse).ifPresent(builder::subscriptionTier);
            setting(settings, "betaFeatures").map(Boolean::valueOf).ifPresent(builder::betaFeatures);
            ClaudeClient earlier = made.put(name, builder.build());
            if (earlier != null) {
                earlier.close();
            }
            return JsonNodeFactory.instance.objectNode();
        });
    }

    @POST
    @Path("generate")
    public ObjectNode generate(@PathParam("client") String name, JsonNode question) {
        return Outcome.of(() -> answer(client(name).generate(Question.read(question))));
    }

    @POST
    @Path("stream")
    public ObjectNode stream(@PathParam("client") String name, JsonNode question) {
        return Outcome.of(() -> {
            try (MessageStream stream = client(name).stream(Question.read(question))) {
                ObjectNode json = JsonNodeFactory.instance.objectNode();
                for (StreamEvent event : stream) {
                    json.withArray("/events").add(Outcome.json(event.toJson()));
                }
                return json.setAll(answer(stream.finalMessage()));
            }
        });
    }

    @POST
    @Path("count-tokens")
    public ObjectNode countTokens(@PathParam("client") String name, JsonNode question) {
        return Outcome.of(() -> JsonNodeFactory.instance.objectNode().put("inputTokens",
                client(name).countTokens(Question.read(question)).inputTokens()));
    }

    /** Reads the beginning of a stream and leaves. */
    @POST
    @Path("leave")
    public ObjectNode leave(@PathParam("client") String name, JsonNode question) {
        return Outcome.of(() -> {
            try (MessageStream stream = client(name).stream(Question.read(question))) {
                return JsonNodeFactory.instance.objectNode().put("text", stream.text().findFirst().orElseThrow());
            }
        });
    }

    @POST
    @Path("tools")
    public ObjectNode tools(@PathParam("client") String name, JsonNode question) {
        return Outcome.of(() -> ToolProbe.run(client(name), question));
    }

    @GET
    @Path("usage")
    public ObjectNode usage(@PathParam("client") String name) {
        UsageInfo usage = client(name).usage();
        return JsonNodeFactory.instance.objectNode().put("requestCount", usage.requestCount())
                .put("messagesUsed", usage.messagesUsed()).put("messagesRemaining", usage.messagesRemaining())
                .put("messageQuotaPercent", usage.messageQuotaPercent()).put("tokensUsed", usage.tokensUsed())
                .put("inputTokensUsed", usage.inputTokensUsed()).put("outputTokensUsed", usage.outputTokensUsed())
                .put("tokensRemaining", usage.tokensRemaining()).put("tokenQuotaPercent", usage.tokenQuotaPercent())
                .put("isRateLimited", usage.isRateLimited()).put("rateLimitExpiresAt", text(usage.rateLimitExpiresAt()))
                .put("lastRequestTimestamp", text(usage.lastRequestTimestamp()));
    }

    @GET
    @Path("last-response")
    public ObjectNode lastResponse(@PathParam("client") String name) {
        ResponseMetadata last = client(name).lastResponse();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", last.status())
                .put("requestId", last.requestId()).put("retryAfter", text(last.retryAfter()));
        ObjectNode limits = json.putObject("limits");
        last.limits().buckets().forEach((bucket, limit) -> limits.putObject(bucket.id()).put("limit", limit.limit())
                .put("remaining", limit.remaining()).put("reset", text(limit.reset())));
        ObjectNode others = json.putObject("others");
        last.limits().others().forEach(others::put);
        return json;
    }

    @GET
    @Path("credential")
    public ObjectNode credential(@PathParam("client") String name) {
        return Outcome.of(() -> {
            AuthStatus status = name.equals(DEFAULT) ? auth.status() : auth.status(name);
            return JsonNodeFactory.instance.objectNode()
                    .put("method", status.method() == null ? null : status.method().id()).put("source", status.source())
                    .put("tier", status.tier() == null ? null : status.tier().id())
                    .put("expiresAt", text(status.expiresAt())).put("refreshable", status.refreshable())
                    .put("needsRefresh", status.needsRefresh()).put("lastFailure", status.lastFailure());
        });
    }

    /** A new token; joins a refresh that is under way. */
    @POST
    @Path("refresh")
    public ObjectNode refresh(@PathParam("client") String name) {
        return Outcome.of(() -> {
            auth.refresh(name);
            return JsonNodeFactory.instance.objectNode();
        });
    }

    @PreDestroy
    void close() {
        made.values().forEach(ClaudeClient::close);
    }

    private ClaudeClient client(String name) {
        ClaudeClient own = made.get(name);
        if (own != null) {
            return own;
        }
        return name.equals(DEFAULT) ? clients.client() : clients.client(name);
    }

    private static ObjectNode answer(Message message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("message", Outcome.json(message.toJson()));
        ModelChoice choice = message.modelChoice();
        if (choice != null) {
            json.put("requestedModel", choice.requested()).put("effectiveModel", choice.effective())
                    .put("fallback", choice.isFallback());
        }
        return json.put("text", message.text());
    }

    private static Optional<String> setting(JsonNode settings, String name) {
        return settings.hasNonNull(name) ? Optional.of(settings.path(name).asText()) : Optional.empty();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}

package io.github.quarkusclaude.it;

import java.util.List;
import java.util.concurrent.ExecutorService;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestStreamElementType;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClientName;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.ModelInfo;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.stream.MessageStream;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Uses the clients in every way an application does. */
@Path("/claude")
@Produces(MediaType.TEXT_PLAIN)
public class ClaudeResource {

    @Inject
    ClaudeClient claude;

    @Inject
    ReactiveClaudeClient reactive;

    @Inject
    @ClaudeClientName("fast")
    ClaudeClient fast;

    @Inject
    @ClaudeClientName("fast")
    ReactiveClaudeClient reactiveFast;

    @Inject
    ModelCatalog catalog;

    /** Worker threads on a JDK that has no virtual ones. */
    @Inject
    @VirtualThreads
    ExecutorService virtualThreads;

    @POST
    @Path("generate")
    public String generate(String prompt) {
        return claude.generate(prompt).text();
    }

    @POST
    @Path("virtual-thread")
    public Uni<String> generateOnVirtualThread(String prompt) {
        return Uni.createFrom().item(() -> claude.generate(prompt).text()).runSubscriptionOn(virtualThreads);
    }

    @POST
    @Path("event-loop")
    @NonBlocking
    public String generateOnEventLoop(String prompt) {
        try {
            return claude.generate(prompt).text();
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    @POST
    @Path("reactive")
    public Uni<String> generateReactively(String prompt) {
        return reactive.generate(prompt).onItem().transform(Message::text);
    }

    @POST
    @Path("request")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<String> request(String json) {
        return reactive.generate(MessageRequest.fromJson(json)).onItem().transform(Message::toJson);
    }

    @POST
    @Path("stream")
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<String> stream(String prompt) {
        return reactive.stream(prompt).text();
    }

    @POST
    @Path("blocking-stream")
    public String blockingStream(String prompt) {
        try (MessageStream stream = claude.stream(prompt)) {
            String streamed = String.join("", stream.text().toList());
            return streamed.equals(stream.finalMessage().text()) ? streamed : "The text and the message differ";
        }
    }

    @POST
    @Path("fast")
    @Produces(MediaType.APPLICATION_JSON)
    public String fast(String prompt) {
        return fast.generate(prompt).toJson();
    }

    @POST
    @Path("fast/stream")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<String> streamFast(String prompt) {
        return reactiveFast.stream(prompt).finalMessage().onItem().transform(Message::toJson);
    }

    @POST
    @Path("tokens")
    public int tokens(String prompt) {
        return claude.countTokens(prompt).inputTokens();
    }

    @GET
    @Path("models")
    @Produces(MediaType.APPLICATION_JSON)
    public List<String> models() {
        return claude.models().stream().map(ModelInfo::id).toList();
    }

    @GET
    @Path("models/{id}")
    public String model(@PathParam("id") String id) {
        return claude.model(id).displayName();
    }

    @GET
    @Path("default-model")
    public String defaultModel() {
        return catalog.defaultModel().id();
    }
}

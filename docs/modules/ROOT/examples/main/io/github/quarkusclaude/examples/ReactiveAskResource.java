package io.github.quarkusclaude.examples;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestStreamElementType;

import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.message.Message;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

// tag::reactive[]
@Path("/reactive")
public class ReactiveAskResource {

    @Inject
    ReactiveClaudeClient claude;

    @GET
    @Path("/ask")
    public Uni<String> ask(@QueryParam("q") String question) {
        return claude.generate(question).onItem().transform(Message::text);
    }

    // tag::stream[]
    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<String> stream(@QueryParam("q") String question) {
        return claude.stream(question).text(); // <1>
    }
    // end::stream[]
}
// end::reactive[]

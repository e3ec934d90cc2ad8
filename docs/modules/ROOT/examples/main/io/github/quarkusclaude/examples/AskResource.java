package io.github.quarkusclaude.examples;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.github.quarkusclaude.ClaudeClient;

// tag::ask[]
@Path("/ask")
public class AskResource {

    @Inject
    ClaudeClient claude;

    @GET
    public String ask(@QueryParam("q") String question) {
        return claude.generate(question).text();
    }
}
// end::ask[]

package io.github.quarkusclaude.deployment.devservices;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.github.quarkusclaude.ClaudeClient;

@Path("/ask")
public class AskResource {

    @Inject
    ClaudeClient claude;

    @ConfigProperty(name = "quarkus.claude.base-url")
    String address;

    @GET
    public String ask() {
        return claude.generate("What is 6 * 7?").text();
    }

    @GET
    @Path("address")
    public String address() {
        return address;
    }
}

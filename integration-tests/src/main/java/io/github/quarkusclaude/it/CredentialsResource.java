package io.github.quarkusclaude.it;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.auth.AuthEvent;
import io.github.quarkusclaude.auth.AuthStatus;
import io.github.quarkusclaude.auth.ClaudeAuth;
import io.github.quarkusclaude.auth.StoredCredentials;

/** Uses clients that prove in different ways who asks. */
@Path("/credentials")
@Produces(MediaType.TEXT_PLAIN)
@Singleton
public class CredentialsResource {

    @Inject
    ClaudeClients clients;

    @Inject
    ClaudeAuth auth;

    private final Queue<String> events = new ConcurrentLinkedQueue<>();

    void observe(@Observes AuthEvent event) {
        events.add(event.getClass().getSimpleName() + " " + event.client());
    }

    @POST
    @Path("{client}/generate")
    public String generate(@PathParam("client") String client, String prompt) {
        return clients.client(client).generate(prompt).text();
    }

    @POST
    @Path("{client}/stream")
    public String stream(@PathParam("client") String client, String prompt) {
        return clients.client(client).stream(prompt).finalMessage().text();
    }

    @POST
    @Path("{client}/login")
    public void login(@PathParam("client") String client, String login) {
        auth.store(client).save(auth.storeName(client), StoredCredentials.fromJson(login));
    }

    @POST
    @Path("{client}/refresh")
    public String refresh(@PathParam("client") String client) {
        return describe(auth.refresh(client));
    }

    @GET
    @Path("{client}/status")
    public String status(@PathParam("client") String client) {
        return describe(auth.status(client));
    }

    @GET
    @Path("events")
    public String events() {
        return String.join("\n", events);
    }

    private static String describe(AuthStatus status) {
        return status.method() + " " + status.source() + " " + status.refreshable();
    }
}

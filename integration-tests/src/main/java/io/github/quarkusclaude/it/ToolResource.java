package io.github.quarkusclaude.it;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.schema.Description;
import io.github.quarkusclaude.tool.ClaudeTool;
import io.github.quarkusclaude.tool.ToolRun;
import io.github.quarkusclaude.tool.ToolRunEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;

/** Lets the model use tools of a bean. */
@Path("/tools")
@Produces(MediaType.TEXT_PLAIN)
public class ToolResource {

    @Inject
    ClaudeClient claude;

    @Inject
    ReactiveClaudeClient reactive;

    /** Worker threads on a JDK that has no virtual ones. */
    @Inject
    @VirtualThreads
    ExecutorService virtualThreads;

    @POST
    @Path("blocking")
    public String run(String prompt) {
        return claude.toolRunner().tools(Weather.class).run(prompt).text();
    }

    @POST
    @Path("reactive")
    public Uni<String> runReactively(String prompt) {
        return reactive.toolRunner().tools(Weather.class).run(prompt).onItem().transform(ToolRun::text);
    }

    @POST
    @Path("virtual-thread")
    public Uni<String> runOnVirtualThread(String prompt) {
        return Uni.createFrom().item(() -> claude.toolRunner().tools("humidity").run(prompt).text())
                .runSubscriptionOn(virtualThreads);
    }

    @POST
    @Path("events")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<List<String>> events(String prompt) {
        return reactive.toolRunner().allTools().stream(prompt).select().where(event -> !(event instanceof ToolRunEvent.Text))
                .onItem().transform(event -> event.getClass().getSimpleName()).collect().asList();
    }

    /** Where the weather is asked for. */
    public record Place(@Description("In English") String city, Optional<String> country) {
    }

    /** What the weather is. */
    public record Forecast(String sky, int degrees) {
    }

    /** The tools. */
    public static class Weather {

        @ClaudeTool("The weather of a place")
        Forecast weather(Place place, ReportStyle style) {
            return new Forecast("rain in " + place.city() + ", " + (style == null ? "no style" : "a style"), 12);
        }

        @ClaudeTool("The humidity of a city")
        @RunOnVirtualThread
        List<Integer> humidity(List<String> cities) {
            return cities.stream().map(String::length).toList();
        }
    }

    /** How to tell it. */
    public enum ReportStyle {
        SHORT,
        LONG
    }
}

package io.github.quarkusclaude.it;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.schema.Description;
import io.github.quarkusclaude.schema.InvalidSchemaException;
import io.github.quarkusclaude.tool.BeanTools;
import io.github.quarkusclaude.tool.ClaudeTool;
import io.github.quarkusclaude.tool.ToolDefinition;
import io.github.quarkusclaude.tool.ToolResult;
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

    @Inject
    BeanTools tools;

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
    @Path("typed")
    public String runTyped(String prompt) {
        ToolDefinition pressure = ToolDefinition.of("pressure", "The air pressure at a station", Station.class,
                (station, call) -> ToolResult.of("1013 hPa in " + station.place().city() + " at " + station.metres()
                        + " metres" + (station.style() == null ? ", in no style" : "")));
        return claude.toolRunner().tools(pressure.strict()).run(prompt).text();
    }

    /** The build does not know what is in variables. */
    @POST
    @Path("unknown")
    public String runUnknown(String prompt) {
        Class<Unknown> type = Unknown.class;
        try {
            return claude.toolRunner().tools(ToolDefinition.of("unknown", "Takes anything", type,
                    (unknown, call) -> ToolResult.of("anything"))).run(prompt).text();
        } catch (InvalidSchemaException | IllegalStateException e) {
            return e.getMessage();
        }
    }

    /** What the model is told about a tool that has no annotations but one. */
    @GET
    @Path("described")
    @Produces(MediaType.APPLICATION_JSON)
    public String described() {
        Tool tool = tools.named("tide").tool();
        return "[\"" + tool.description() + "\"," + tool.inputSchema() + "]";
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

    /**
     * Where the sea is.
     *
     * @param name of the nearest <b>town</b>
     */
    public record Harbour(String name) {
    }

    /** Where air pressure is measured. */
    public record Station(Place place, BigDecimal metres, ReportStyle style) {
    }

    /** Has no schema. */
    public record Unknown(Thread thread) {
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

    /** The tools that only comments describe. */
    public static class Sea {

        /**
         * The {@code tide} of a harbour.
         *
         * @param harbour where the ship is
         */
        @ClaudeTool
        String tide(Harbour harbour) {
            return "low in " + harbour.name();
        }
    }

    /** How to tell it. */
    public enum ReportStyle {
        SHORT,
        LONG
    }
}

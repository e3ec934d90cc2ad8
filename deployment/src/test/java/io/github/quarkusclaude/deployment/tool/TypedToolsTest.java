package io.github.quarkusclaude.deployment.tool;

import static io.github.quarkusclaude.deployment.tool.Scripts.call;
import static io.github.quarkusclaude.deployment.tool.Scripts.calls;
import static io.github.quarkusclaude.deployment.tool.Scripts.exactly;
import static io.github.quarkusclaude.deployment.tool.Scripts.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.schema.Description;
import io.github.quarkusclaude.schema.InvalidSchemaException;
import io.github.quarkusclaude.tool.ToolCall;
import io.github.quarkusclaude.tool.ToolDefinition;
import io.github.quarkusclaude.tool.ToolResult;
import io.github.quarkusclaude.tool.ToolRun;
import io.github.quarkusclaude.tool.ToolThread;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** A tool can take its input as a Java object, whose type says what the model is told. */
class TypedToolsTest extends SimulatedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Scripts.application(SimulatedTest.class);

    enum Unit {
        KILOGRAM,
        LITRE
    }

    record Item(String name, BigDecimal price) {
    }

    record Order(@Description("What to buy") List<Item> items, Optional<Unit> unit) {
    }

    record Folder(String name, List<Folder> folders, Map<String, Object> more) {
    }

    record Late(String name) {
    }

    record Shapeless(Thread thread) {
    }

    private static final ToolDefinition ORDER = ToolDefinition.of("order", "Orders things", Order.class,
            (order, call) -> ToolResult.of(call.id() + " " + order));

    @Test
    void theHandlerGetsWhatTheModelAsksFor() {
        simulator.script(exactly(call("a", "order", "{\"items\":[{\"name\":\"tea\",\"price\":1.50000000000000000001}],"
                + "\"unit\":\"kilogram\"}")), says("Done"));

        assertThat(claude.toolRunner().tools(ORDER).run("Go").text()).isEqualTo("Done");

        assertThat(results()).containsExactly(
                "a Order[items=[Item[name=tea, price=1.50000000000000000001]], unit=Optional[KILOGRAM]]");
        JsonNode tool = lastBody().path("tools").path(0);
        assertThat(tool.path("description").asText()).isEqualTo("Orders things");
        assertThat(tool.path("input_schema").path("required")).extracting(JsonNode::asText).containsExactly("items");
        assertThat(tool.at("/input_schema/properties/items/description").asText()).isEqualTo("What to buy");
        assertThat(tool.has("strict")).isFalse();
    }

    @Test
    void whateverTheSchemaAllowsIsTaken() {
        ToolRun run = claude.toolRunner().tools(ORDER.strict()).run("An order, please");

        assertThat(run.text()).contains("Order[items=[Item[name=");
        JsonNode tool = lastBody().path("tools").path(0);
        assertThat(tool.path("strict").asBoolean()).isTrue();
        assertThat(tool.at("/input_schema/additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void theReactiveFormIsTheSame() {
        ToolDefinition reactive = ToolDefinition.reactive("later", "Orders later", Item.class,
                (item, call) -> Uni.createFrom().item(ToolResult.of("Later: " + item.name())));
        simulator.script(calls(call("a", "later", "{\"name\":\"tea\",\"price\":1}")), says("Done"));

        assertThat(claude.reactive().toolRunner().tools(reactive).run("Go").await().atMost(Duration.ofSeconds(30)).text())
                .isEqualTo("Done");

        assertThat(results()).containsExactly("Later: tea");
        assertThat(reactive.thread()).isEqualTo(ToolThread.EVENT_LOOP);
        assertThat(ORDER.thread()).isEqualTo(ToolThread.WORKER);
        assertThat(ORDER.on(ToolThread.VIRTUAL).strict().thread()).isEqualTo(ToolThread.VIRTUAL);
    }

    @Test
    void theModelIsToldWhereItsInputDoesNotFit() {
        simulator.script(calls(call("a", "order", "{\"items\":[{\"name\":\"tea\",\"price\":\"secret\"}]}"),
                call("b", "order", "{\"unit\":\"LITRE\"}"), call("c", "order", "{\"items\":[],\"unit\":\"mile\"}")),
                says("Sorry"));

        assertThat(claude.toolRunner().tools(ORDER).run("Go").text()).isEqualTo("Sorry");

        assertThat(lastTurn().path("content")).allMatch(result -> result.path("is_error").asBoolean());
        assertThat(results().get(0)).startsWith("The input does not fit").endsWith("$.items[0].price");
        assertThat(results().get(1)).endsWith("$.items");
        assertThat(results().get(2)).endsWith("$.unit");
        assertThat(results()).noneMatch(result -> result.contains("secret") || result.contains("mile"));
    }

    @Test
    void theModelIsToldWhyAHandlerFailed() {
        ToolDefinition broken = ToolDefinition.of("broken", "Fails", Item.class, (item, call) -> {
            throw new java.io.IOException("There is no " + item.name());
        });
        simulator.script(calls(call("a", "broken", "{\"name\":\"tea\",\"price\":1}")), says("Sorry"));

        claude.toolRunner().tools(broken).run("Go");

        assertThat(lastTurn().path("content").path(0).path("is_error").asBoolean()).isTrue();
        assertThat(results()).containsExactly("There is no tea");
    }

    @Test
    void typesTheApiCannotEnforceAreDescribedOnly() {
        ToolDefinition folders = ToolDefinition.of("folders", "Makes folders", Folder.class,
                (folder, call) -> ToolResult.of(folder.toString()));
        simulator.script(calls(call("a", "folders",
                "{\"name\":\"a\",\"folders\":[{\"name\":\"b\",\"folders\":[],\"more\":{\"x\":1}}],\"more\":{}}")),
                says("Done"));

        claude.toolRunner().tools(folders).run("Go");

        assertThat(results()).containsExactly(
                "Folder[name=a, folders=[Folder[name=b, folders=[], more={x=1}]], more={}]");
        int before = simulator.requests().size();
        assertThatThrownBy(() -> claude.toolRunner().tools(folders.strict()).run("Go"))
                .hasRootCauseInstanceOf(InvalidRequestException.class).rootCause().hasMessageContaining("input_schema");
        assertThat(simulator.requests()).hasSize(before);
    }

    @Test
    void typesThatAreNoObjectsStandInOne() {
        ToolDefinition units = ToolDefinition.of("units", "Takes units", Unit[].class,
                (several, call) -> ToolResult.of(List.of(several).toString()));
        simulator.script(calls(call("a", "units", "{\"value\":[\"LITRE\",\"KILOGRAM\"]}")), says("Done"));

        claude.toolRunner().tools(units).run("Go");

        assertThat(results()).containsExactly("[LITRE, KILOGRAM]");
    }

    @Test
    void typesThatTheBuildDidNotKnowGetTheirSchemaLater() {
        Class<Late> late = Late.class;
        ToolDefinition tool = ToolDefinition.of("late", "Is late", late, (input, call) -> ToolResult.of(input.name()));
        simulator.script(calls(call("a", "late", "{\"name\":\"x\"}")), says("Done"));

        claude.toolRunner().tools(tool).run("Go");

        assertThat(results()).containsExactly("x");
    }

    @Test
    void whatIsNotPossibleIsSaidAtOnce() {
        Class<Shapeless> shapeless = Shapeless.class;
        ToolDefinition tool = ToolDefinition.of("shapeless", "Has no shape", shapeless, (input, call) -> ToolResult.EMPTY);

        assertThatThrownBy(() -> claude.toolRunner().tools(tool)).isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("$.thread");
        assertThatThrownBy(() -> ORDER.handler().handle(new ToolCall("a", "order", RawJson.EMPTY_OBJECT)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("runner");
    }

    private List<String> results() {
        return lastTurn().path("content").findValuesAsText("content");
    }
}

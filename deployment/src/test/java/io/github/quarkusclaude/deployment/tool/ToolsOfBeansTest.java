package io.github.quarkusclaude.deployment.tool;

import static io.github.quarkusclaude.deployment.tool.Scripts.call;
import static io.github.quarkusclaude.deployment.tool.Scripts.calls;
import static io.github.quarkusclaude.deployment.tool.Scripts.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.schema.Description;
import io.github.quarkusclaude.tool.BeanTools;
import io.github.quarkusclaude.tool.ClaudeTool;
import io.github.quarkusclaude.tool.ToolCall;
import io.github.quarkusclaude.tool.ToolDefinition;
import io.github.quarkusclaude.tool.ToolResult;
import io.github.quarkusclaude.tool.ToolThread;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;

/** Methods of beans are tools, whatever they take and return. */
class ToolsOfBeansTest extends SimulatedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Scripts.application(SimulatedTest.class, Weather.class, Base.class, Kinds.class,
            Order.class, Rate.class, Unit.class, PerRequest.class);

    @Inject
    BeanTools tools;

    @Test
    void theModelIsToldWhatAMethodTakes() {
        assertThat(claude.toolRunner().tools(Weather.class).run("What is the weather in Bern?").text())
                .contains("Rain in Bern");

        JsonNode tool = lastBody().path("tools").path(0);
        assertThat(lastBody().path("tools")).hasSize(1);
        assertThat(tool.path("name").asText()).isEqualTo("weather");
        assertThat(tool.path("description").asText()).isEqualTo("The weather of a city");
        assertThat(tool.path("strict").asBoolean()).isTrue();
        JsonNode schema = tool.path("input_schema");
        assertThat(schema.path("type").asText()).isEqualTo("object");
        assertThat(schema.path("properties").path("city").path("type").asText()).isEqualTo("string");
        assertThat(schema.path("properties").path("city").path("description").asText()).isEqualTo("In English");
        assertThat(schema.path("properties").has("call")).isFalse();
        assertThat(schema.path("required")).extracting(JsonNode::asText).containsExactly("city");
    }

    @Test
    void onlyToolsThatAreNamedAreSent() {
        claude.toolRunner().run("Hello");
        assertThat(lastBody().has("tools")).isFalse();

        claude.toolRunner().tools("number", "nothing").run("Hello");
        assertThat(lastBody().path("tools").findValuesAsText("name")).containsExactly("number", "nothing");

        claude.toolRunner().allTools().run("Hello");
        assertThat(lastBody().path("tools")).extracting(tool -> tool.path("name").asText())
                .containsExactlyElementsOf(tools.all().stream().map(ToolDefinition::name).toList())
                .contains("weather", "number");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> claude.toolRunner().tools("forecast")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("forecast").hasMessageContaining("weather");
        assertThatThrownBy(() -> claude.toolRunner().tools(Order.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@ClaudeTool").hasMessageContaining(Weather.class.getName());
        assertThatThrownBy(() -> claude.toolRunner().tools(Weather.class).tools("weather"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("weather");
    }

    @Test
    void argumentsAndResultsAreJavaValues() {
        assertThat(result("order", "{\"items\":[{\"name\":\"tea\",\"price\":1.5},{\"name\":\"milk\",\"price\":2}],\"times\":2,"
                + "\"unit\":\"KILOGRAM\",\"prices\":{\"a\":1}}"))
                .isEqualTo("{\"name\":\"tea, milk KILOGRAM {a=1}\",\"price\":7.0}");
        assertThat(result("number", "{}")).isEqualTo("-1");
        assertThat(result("number", "{\"of\":7}")).isEqualTo("7");
        assertThat(result("nothing", "{}")).isEmpty();
        assertThat(result("blocks", "{}")).isEqualTo("onetwo");
        assertThat(result("later", "{}")).isEqualTo("[\"a\",\"b\"]");
        assertThat(result("stage", "{}")).isEqualTo("done");
        assertThat(result("inherited", "{}")).isEqualTo("from Kinds");
    }

    @Test
    void noDigitsAreLost() {
        simulator.script(Scripts.exactly(call("a", "exact",
                "{\"price\":12345678901234567890.123456789012345678900,\"rates\":[{\"rate\":0.10}]}")), says("Done"));

        claude.toolRunner().allTools().run("Go");

        assertThat(lastTurn().path("content").path(0).path("content").asText())
                .isEqualTo("12345678901234567890.123456789012345678900 0.10");
    }

    @Test
    void whatDoesNotFitIsAnError() {
        simulator.script(calls(call("a", "weather"), call("b", "number", "{\"of\":\"many\"}")),
                says("Sorry"));

        claude.toolRunner().allTools().run("Go");

        assertThat(lastTurn().path("content")).allMatch(result -> result.path("is_error").asBoolean());
        List<String> told = lastTurn().path("content").findValuesAsText("content");
        assertThat(told.get(0)).isEqualTo("The input city is missing");
        assertThat(told.get(1)).contains("The input of does not fit").doesNotContain("many");
    }

    @Test
    void methodsRunWhereTheyBelong() {
        assertThat(result("where_worker", "{}")).startsWith("executor-thread");
        assertThat(result("where_event_loop", "{}")).isEqualTo("true");
        assertThat(tools.named("number").thread()).isEqualTo(ToolThread.WORKER);
        assertThat(tools.named("later").thread()).isEqualTo(ToolThread.EVENT_LOOP);
        assertThat(tools.named("later_blocking").thread()).isEqualTo(ToolThread.WORKER);
        assertThat(tools.named("where_virtual").thread()).isEqualTo(ToolThread.VIRTUAL);
        assertThat(result("where_virtual", "{}")).isEqualTo("false");
    }

    @Test
    void aRequestContextIsActive() {
        assertThat(result("scoped", "{}")).isEqualTo("1");
        assertThat(result("scoped", "{}")).isEqualTo("1");
    }

    private String result(String tool, String input) {
        simulator.script(calls(call("a", tool, input)), says("Done"));
        claude.toolRunner().allTools().run("Go");
        JsonNode result = lastTurn().path("content").path(0);
        assertThat(result.path("is_error").asBoolean()).as(result.toString()).isFalse();
        JsonNode content = result.path("content");
        return content.isTextual() ? content.asText() : String.join("", content.findValuesAsText("text"));
    }

    static class Weather {

        @ClaudeTool(strict = true)
        @Description("The weather of a city")
        String weather(@Description("In English") String city, ToolCall call) {
            return call.name().equals("weather") ? "Rain in " + city : "No idea";
        }
    }

    record Order(String name, double price) {
    }

    record Rate(BigDecimal rate) {
    }

    enum Unit {
        KILOGRAM,
        LITRE
    }

    abstract static class Base {

        @ClaudeTool("Is overridden")
        String overridden() {
            return "from Base";
        }

        @ClaudeTool("Is inherited")
        String inherited() {
            return "from " + name();
        }

        abstract String name();
    }

    @RequestScoped
    static class PerRequest {

        private int uses;

        int use() {
            return ++uses;
        }
    }

    static class Kinds extends Base {

        @Inject
        PerRequest perRequest;

        @Override
        String name() {
            return "Kinds";
        }

        @Override
        String overridden() {
            return "no tool any more";
        }

        @ClaudeTool("Adds up")
        Order order(List<Order> items, int times, Unit unit, Map<String, Integer> prices) {
            return new Order(items.get(0).name() + ", " + items.get(1).name() + " " + unit + " " + prices,
                    times * items.stream().mapToDouble(Order::price).sum());
        }

        @ClaudeTool("Amounts")
        String exact(BigDecimal price, List<Rate> rates) {
            return price + " " + rates.get(0).rate();
        }

        @ClaudeTool("A number")
        int number(Optional<Integer> of) {
            return of.orElse(-1);
        }

        @ClaudeTool("Nothing")
        void nothing() {
        }

        @ClaudeTool("Blocks")
        List<TextBlock> blocks() {
            return List.of(TextBlock.of("one"), TextBlock.of("two"));
        }

        @ClaudeTool("A list later")
        Uni<List<String>> later() {
            return Uni.createFrom().item(List.of("a", "b"));
        }

        @ClaudeTool(value = "A list later", name = "later_blocking")
        @Blocking
        Uni<List<String>> laterBlocking() {
            return later();
        }

        @ClaudeTool("A stage")
        CompletionStage<ToolResult> stage() {
            return CompletableFuture.completedFuture(ToolResult.of("done"));
        }

        @ClaudeTool(value = "Where", name = "where_worker")
        String whereWorker() {
            return Thread.currentThread().getName();
        }

        @ClaudeTool(value = "Where", name = "where_event_loop")
        @NonBlocking
        boolean whereEventLoop() {
            return Context.isOnEventLoopThread();
        }

        @ClaudeTool(value = "Where", name = "where_virtual")
        @RunOnVirtualThread
        boolean whereVirtual() {
            return Context.isOnEventLoopThread();
        }

        @ClaudeTool("Uses a request scoped bean")
        int scoped() {
            return perRequest.use();
        }
    }
}

package io.github.quarkusclaude.deployment.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.schema.KnownSchemas;
import io.github.quarkusclaude.schema.StructuredOutput;
import io.github.quarkusclaude.schema.StructuredOutputs;
import io.github.quarkusclaude.tool.ToolDefinition;
import io.github.quarkusclaude.tool.ToolResult;
import io.github.quarkusclaude.tool.TypedToolHandler;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** Types that are annotated, or named in a call, have their schema from the build; nothing is made at start-up. */
class KnownTypesHaveSchemasFromTheBuildTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication();

    @StructuredOutput
    record Annotated(String name) {
    }

    record InCall(String name) {
    }

    record InRequest(String name) {
    }

    record InReactiveCall(String name) {
    }

    record InOutputs(String name) {
    }

    record InLambda(String name) {
    }

    record InTool(String name) {
    }

    record InReactiveTool(Map<String, Object> any) {
    }

    record InDefinition(String name) {
    }

    record OnlyNearATool(String name) {
    }

    record InToolVariable(String name) {
    }

    record Elsewhere(String name) {
    }

    record InVariable(String name) {
    }

    static final ToolDefinition DEFINITION = ToolDefinition.of("a", "b", InDefinition.class, (input, call) -> {
        return ToolResult.of(input.name());
    });

    @Inject
    KnownSchemas known;

    /** Never called: what counts is that the calls are there. */
    List<Object> calls(ClaudeClient claude, ReactiveClaudeClient reactive, StructuredOutputs outputs) {
        Class<?> inVariable = InVariable.class;
        Supplier<Object> later = () -> claude.generate("Hello", InLambda[].class);
        return List.of(claude.generate("Hello", InCall.class),
                claude.generate(MessageRequest.of("Hello"), InRequest.class),
                reactive.generate("Hello", InReactiveCall.class), outputs.of(InOutputs.class), later, Elsewhere.class,
                claude.generate("Hello", inVariable));
    }

    /** Never called either. */
    List<ToolDefinition> tools(String name, TypedToolHandler<InToolVariable> handler) {
        Class<InToolVariable> inVariable = InToolVariable.class;
        return List.of(ToolDefinition.of(name, "b", InTool.class, (input, call) -> ToolResult.of(name + input)),
                ToolDefinition.reactive(OnlyNearATool.class.getName(), "b", InReactiveTool.class,
                        (input, call) -> Uni.createFrom().item(ToolResult.of(name + OnlyNearATool.class))),
                ToolDefinition.of("a", "b", inVariable, handler),
                ToolDefinition.of(OnlyNearATool.class.getName(), "b", RawJson.EMPTY_OBJECT, call -> ToolResult.EMPTY));
    }

    @Test
    void typesThatToolsTakeAreKnown() {
        assertThat(known.inputs()).containsOnlyKeys(InTool.class.getName(), InReactiveTool.class.getName(),
                InDefinition.class.getName());
        assertThat(known.inputs().get(InTool.class.getName()).json()).contains("\"additionalProperties\":false");
        assertThat(known.inputs().get(InReactiveTool.class.getName()).json()).contains("\"any\"");
    }

    @Test
    void annotatedAndNamedTypesAreKnown() {
        assertThat(known.entries()).containsOnlyKeys(Annotated.class.getName(), InCall.class.getName(),
                InRequest.class.getName(), InReactiveCall.class.getName(), InOutputs.class.getName(),
                InLambda[].class.getName());
        assertThat(known.entries().get(InCall.class.getName()).wrapped()).isFalse();
        assertThat(known.entries().get(InLambda[].class.getName()).wrapped()).isTrue();
        assertThat(known.entries().get(Annotated.class.getName()).json()).isEqualTo(
                "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}},\"required\":[\"name\"],"
                        + "\"additionalProperties\":false}");
    }
}

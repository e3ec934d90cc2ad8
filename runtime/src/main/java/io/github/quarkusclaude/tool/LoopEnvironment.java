package io.github.quarkusclaude.tool;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.github.quarkusclaude.schema.InputTypes;

/**
 * What loops need beside a client.
 *
 * @param beans the tools of beans
 * @param inputs the types that tools take
 * @param costs knows what answers cost
 * @param observers are told what happens
 * @param watched lets others watch the tools
 * @param withoutSecrets takes out of a text what the model must not read
 */
record LoopEnvironment(BeanTools beans, InputTypes inputs, CostMeter costs, Consumer<ToolRunEvent> observers,
        WatchedTools watched, UnaryOperator<String> withoutSecrets) {
}

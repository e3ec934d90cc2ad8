package io.github.quarkusclaude.tool;

import java.util.List;

import jakarta.enterprise.invoke.Invoker;

/**
 * A tool method as the build found it.
 *
 * @param name the name of the tool
 * @param description what the model is told
 * @param schema the JSON schema of the arguments
 * @param strict whether the API enforces the schema
 * @param beanClass the name of the class of the bean
 * @param thread where it runs
 * @param parameters its parameters, in order
 * @param invoker calls it
 */
public record ToolMethod(String name, String description, String schema, boolean strict, String beanClass, ToolThread thread,
        List<Parameter> parameters, Invoker<Object, Object> invoker) {

    public ToolMethod {
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter.
     *
     * @param name its name in the input; empty for the call itself
     * @param type its type in the canonical form of Jackson
     * @param required whether the input must have it
     */
    public record Parameter(String name, String type, boolean required) {

        boolean isCall() {
            return name.isEmpty();
        }
    }
}

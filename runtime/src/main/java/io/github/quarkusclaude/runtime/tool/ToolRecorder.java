package io.github.quarkusclaude.runtime.tool;

import java.util.List;

import jakarta.enterprise.invoke.Invoker;

import io.github.quarkusclaude.tool.KnownTools;
import io.github.quarkusclaude.tool.ToolMethod;
import io.github.quarkusclaude.tool.ToolThread;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/**
 * Puts the tool methods into the application.
 */
@Recorder
public class ToolRecorder {

    public RuntimeValue<ToolMethod> method(String name, String description, String schema, boolean strict, String beanClass,
            ToolThread thread, List<ToolMethod.Parameter> parameters, RuntimeValue<Invoker<Object, Object>> invoker) {
        return new RuntimeValue<>(
                new ToolMethod(name, description, schema, strict, beanClass, thread, parameters, invoker.getValue()));
    }

    public RuntimeValue<KnownTools> tools(List<RuntimeValue<ToolMethod>> methods) {
        return new RuntimeValue<>(new KnownTools(methods.stream().map(RuntimeValue::getValue).toList()));
    }
}

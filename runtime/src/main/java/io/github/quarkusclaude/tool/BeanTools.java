package io.github.quarkusclaude.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.schema.ValueReader;
import io.smallrye.mutiny.Uni;

/**
 * The tools of the application's beans: their methods with {@link ClaudeTool}. Injectable. Runners find them by themselves;
 * this is for those who want to choose or change them.
 */
@Singleton
public final class BeanTools {

    private final Map<String, ToolMethod> methods = new LinkedHashMap<>();
    private final Map<String, ToolDefinition> made = new ConcurrentHashMap<>();
    private final ValueReader reader;
    private final MethodResults results;

    BeanTools(KnownTools known, ValueReader reader, ObjectMapper mapper) {
        this.reader = reader;
        this.results = new MethodResults(mapper);
        known.methods().forEach(method -> methods.put(method.name(), method));
    }

    /** Made when it is first used, so that no schema is parsed before. */
    private ToolDefinition definition(ToolMethod method) {
        return made.computeIfAbsent(method.name(), missing -> make(method));
    }

    private ToolDefinition make(ToolMethod method) {
        MethodArguments arguments = new MethodArguments(method.parameters(), reader,
                method.invoker().getClass().getClassLoader());
        Tool tool = Tool.of(method.name(), method.description(), RawJson.of(method.schema()));
        return new ToolDefinition(method.strict() ? tool.withStrict(true) : tool, call -> {
            try {
                return results.of(method.invoker().invoke(null, arguments.of(call)));
            } catch (Exception e) {
                return Uni.createFrom().failure(e);
            }
        }, method.thread());
    }

    /** All tools, ordered by name. */
    public List<ToolDefinition> all() {
        return methods.values().stream().map(this::definition).toList();
    }

    /**
     * The tools of a bean, inherited ones included.
     *
     * @param beanClass the class of the bean
     * @throws IllegalArgumentException if it has none
     */
    public List<ToolDefinition> of(Class<?> beanClass) {
        List<ToolDefinition> found = methods.values().stream()
                .filter(method -> method.beanClass().equals(beanClass.getName())).map(this::definition).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("The class " + beanClass.getName()
                    + " is no bean with tools. Annotate its methods with @ClaudeTool. There are: "
                    + String.join(", ", methods.values().stream().map(ToolMethod::beanClass)
                            .collect(Collectors.toCollection(TreeSet::new))));
        }
        return found;
    }

    /**
     * A tool.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public ToolDefinition named(String name) {
        ToolMethod method = methods.get(name);
        if (method == null) {
            throw new IllegalArgumentException("No bean has a tool with the name " + name + ". There are: "
                    + String.join(", ", methods.keySet()));
        }
        return definition(method);
    }
}

package io.github.quarkusclaude.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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

    private final Map<String, ToolDefinition> tools = new LinkedHashMap<>();
    private final Map<String, String> beanClasses = new LinkedHashMap<>();

    BeanTools(KnownTools known, ValueReader reader, ObjectMapper mapper) {
        MethodResults results = new MethodResults(mapper);
        for (ToolMethod method : known.methods()) {
            tools.put(method.name(), definition(method, new MethodArguments(method.parameters(), reader), results));
            beanClasses.put(method.name(), method.beanClass());
        }
    }

    private static ToolDefinition definition(ToolMethod method, MethodArguments arguments, MethodResults results) {
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
        return List.copyOf(tools.values());
    }

    /**
     * The tools of a bean, inherited ones included.
     *
     * @param beanClass the class of the bean
     * @throws IllegalArgumentException if it has none
     */
    public List<ToolDefinition> of(Class<?> beanClass) {
        List<ToolDefinition> found = tools.entrySet().stream()
                .filter(tool -> beanClasses.get(tool.getKey()).equals(beanClass.getName())).map(Map.Entry::getValue).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("The class " + beanClass.getName()
                    + " is no bean with tools. Annotate its methods with @ClaudeTool. There are: "
                    + String.join(", ", new TreeSet<>(beanClasses.values())));
        }
        return found;
    }

    /**
     * A tool.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public ToolDefinition named(String name) {
        ToolDefinition tool = tools.get(name);
        if (tool == null) {
            throw new IllegalArgumentException("No bean has a tool with the name " + name + ". There are: "
                    + String.join(", ", tools.keySet()));
        }
        return tool;
    }
}

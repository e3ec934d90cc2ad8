package io.github.quarkusclaude.tool;

import java.util.Objects;
import java.util.regex.Pattern;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.schema.InputTypes;
import io.smallrye.mutiny.Uni;

/**
 * A tool and what runs it.
 *
 * @param tool what the model is told; the schema of a tool whose input is a Java type is added by the runner
 * @param handler what runs it
 * @param thread where it runs
 */
public record ToolDefinition(Tool tool, ReactiveToolHandler handler, ToolThread thread) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,128}");
    private static final String TOOLSET = "_toolset_";

    /**
     * @throws IllegalArgumentException if the tool has no name, one the API does not take, or no schema
     */
    public ToolDefinition {
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(thread, "thread");
        boolean custom = tool.type() == null || tool.type().equals("custom");
        if (custom && (tool.name() == null || !NAME.matcher(tool.name()).matches())) {
            throw new IllegalArgumentException("\"" + tool.name()
                    + "\" is no name of a tool. Use 1 to 128 letters, digits, underscores and hyphens");
        }
        if (custom && tool.inputSchema() == null && !(handler instanceof TypedHandler)) {
            throw new IllegalArgumentException("The tool " + tool.name() + " has no JSON schema of its input");
        }
        if (!custom && tool.name() == null && !tool.type().contains(TOOLSET)) {
            throw new IllegalArgumentException("The tool of type " + tool.type() + " has no name");
        }
    }

    /**
     * A tool that may block. It runs on a worker thread.
     *
     * @param inputSchema the JSON schema of its arguments, of type {@code object}
     */
    public static ToolDefinition of(String name, String description, RawJson inputSchema, ToolHandler handler) {
        return of(Tool.of(name, description, inputSchema), handler);
    }

    /**
     * A tool that may block. It runs on a worker thread.
     *
     * @param tool an own tool, or one whose {@code type} the API knows and whose calls the application answers, such as
     *        {@code bash_20250124}. The handler of a toolset gets the calls of all its members
     */
    public static ToolDefinition of(Tool tool, ToolHandler handler) {
        return new ToolDefinition(tool, call -> {
            try {
                return Uni.createFrom().item(handler.handle(call));
            } catch (Exception e) {
                return Uni.createFrom().failure(e);
            }
        }, ToolThread.WORKER);
    }

    /**
     * A tool that may block and takes its input as a Java object. It runs on a worker thread. Input that does not fit the
     * type does not get to the handler: the model is told where it does not, and can try otherwise.
     * <p>
     * The JSON schema is made of the type: when the application is built if the class is named in this call
     * ({@code Order.class}) or annotated with {@link io.github.quarkusclaude.schema.StructuredOutput}; else when a runner is
     * given the tool, which native executables cannot do.
     *
     * @param inputType a record, a bean or any other type that Jackson reads; one that is no JSON object stands in a property
     *        {@code value}
     */
    public static <T> ToolDefinition of(String name, String description, Class<T> inputType, TypedToolHandler<T> handler) {
        return new ToolDefinition(withoutSchema(name, description), new TypedHandler<>(inputType, (input, call) -> {
            try {
                return Uni.createFrom().item(handler.handle(input, call));
            } catch (Exception e) {
                return Uni.createFrom().failure(e);
            }
        }), ToolThread.WORKER);
    }

    /**
     * A tool that does not block, takes its input as a Java object, and runs on an event loop. All else is as with
     * {@link #of(String, String, Class, TypedToolHandler)}.
     */
    public static <T> ToolDefinition reactive(String name, String description, Class<T> inputType,
            ReactiveTypedToolHandler<T> handler) {
        return new ToolDefinition(withoutSchema(name, description), new TypedHandler<>(inputType, handler),
                ToolThread.EVENT_LOOP);
    }

    private static Tool withoutSchema(String name, String description) {
        return Tool.of(name, description, RawJson.EMPTY_OBJECT).withInputSchema(null);
    }

    /** This tool with its schema, if that is still to be made. */
    ToolDefinition known(InputTypes types) {
        return handler instanceof TypedHandler<?> typed ? typed.known(this, types) : this;
    }

    /** A tool that does not block, and runs on an event loop. */
    public static ToolDefinition reactive(String name, String description, RawJson inputSchema,
            ReactiveToolHandler handler) {
        return reactive(Tool.of(name, description, inputSchema), handler);
    }

    /** A tool that does not block, and runs on an event loop. */
    public static ToolDefinition reactive(Tool tool, ReactiveToolHandler handler) {
        return new ToolDefinition(tool, handler, ToolThread.EVENT_LOOP);
    }

    /** This tool, run elsewhere. */
    public ToolDefinition on(ToolThread thread) {
        return new ToolDefinition(tool, handler, thread);
    }

    /**
     * This tool with arguments that are sure to fit the schema, which must then be within what the API can enforce: no
     * open objects, no recursion, no bounds.
     */
    public ToolDefinition strict() {
        return new ToolDefinition(tool.withStrict(true), handler, thread);
    }

    /** The name of the tool, or of the toolset: what calls carry. */
    public String name() {
        return nameOf(tool);
    }

    static String nameOf(Tool tool) {
        if (tool.name() != null) {
            return tool.name();
        }
        String type = tool.type() == null ? "" : tool.type();
        int end = type.indexOf(TOOLSET);
        return end < 0 ? type : type.substring(0, end);
    }

    @Override
    public String toString() {
        return "ToolDefinition[name=" + name() + ", thread=" + thread + "]";
    }
}

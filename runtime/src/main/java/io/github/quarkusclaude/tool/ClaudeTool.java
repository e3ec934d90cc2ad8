package io.github.quarkusclaude.tool;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Makes a tool of a method of a bean. A class with such methods is a bean even without a scope, a singleton.
 *
 * <pre>
 * public class Weather {
 *
 *     &#64;ClaudeTool("The weather of a city today")
 *     String weather(&#64;Description("In English") String city) { … }
 * }
 *
 * claude.toolRunner().tools(Weather.class).run("Do I need an umbrella in Bern?");
 * </pre>
 *
 * The JSON schema of the parameters is made when the application is built. A parameter the model may leave out is an
 * {@code Optional} or {@code @Nullable}; a {@link ToolCall} parameter is the call itself. The result is a text, a
 * {@link ToolResult}, a {@link io.github.quarkusclaude.message.ContentBlock} or a list of them, nothing, or any other value,
 * which the model reads as JSON; or a {@code Uni} or {@code CompletionStage} of one of these.
 * <p>
 * Methods run on a worker thread, and those that return a {@code Uni} or {@code CompletionStage} on an event loop;
 * {@code @Blocking}, {@code @NonBlocking} and {@code @RunOnVirtualThread} on the method or its class say otherwise. A request
 * context is active, and interceptors apply. What a method throws is told to the model by its message.
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface ClaudeTool {

    /**
     * What the tool does and when to use it: the better, the better it is used. May be given by
     * {@link io.github.quarkusclaude.schema.Description} as well; without either it is the Javadoc comment of the method,
     * whose {@code @param} describe the parameters, as far as the source code is there when the application is built.
     */
    String value() default "";

    /** The name of the tool, unique in the application; that of the method by default. */
    String name() default "";

    /**
     * Whether the API makes sure that the arguments fit the schema. The types of the parameters must then be within what the
     * API can enforce, as for structured output.
     */
    boolean strict() default false;
}

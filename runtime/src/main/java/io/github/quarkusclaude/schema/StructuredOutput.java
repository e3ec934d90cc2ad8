package io.github.quarkusclaude.schema;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks a type that the model answers with, or gives to a tool. Its JSON schema is made when the application is built, a type
 * that the API cannot make the model follow fails the build, and the type can be used in native executables. Javadoc comments
 * describe what {@link Description} does not.
 * <p>
 * Types that are only named in a call such as {@code claude.generate(prompt, Recipe.class)} or
 * {@code ToolDefinition.of(name, description, Order.class, handler)} are found without this annotation. It is needed where
 * the class is passed through a variable.
 */
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface StructuredOutput {
}

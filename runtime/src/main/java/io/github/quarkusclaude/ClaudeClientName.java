package io.github.quarkusclaude;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;

/**
 * Marks an injection point of a named client, which is configured by {@code quarkus.claude."name".*}.
 *
 * <pre>
 * &#64;Inject
 * &#64;ClaudeClientName("fast")
 * ClaudeClient claude;
 * </pre>
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ TYPE, FIELD, METHOD, PARAMETER })
public @interface ClaudeClientName {

    /** The name of the client. */
    String value();

    /** For looking up a named client programmatically. */
    final class Literal extends AnnotationLiteral<ClaudeClientName> implements ClaudeClientName {

        private static final long serialVersionUID = 1L;

        private final String name;

        private Literal(String name) {
            this.name = name;
        }

        public static Literal of(String name) {
            return new Literal(name);
        }

        @Override
        public String value() {
            return name;
        }
    }
}

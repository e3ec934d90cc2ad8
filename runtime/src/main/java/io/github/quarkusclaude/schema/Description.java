package io.github.quarkusclaude.schema;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Tells the model what something means: a type, a record component, a field or getter, an enum constant, a tool method or
 * one of its parameters. The text is part of the prompt and costs tokens.
 * <p>
 * What has no annotation is described by its Javadoc comment, {@code @param} included, if its source code is there when the
 * application is built. Schemas of types that are not known then have the texts of annotations only.
 */
@Documented
@Retention(RUNTIME)
@Target({ TYPE, RECORD_COMPONENT, FIELD, METHOD, PARAMETER })
public @interface Description {

    /** The text, in the language the model should think in. An empty one keeps the Javadoc comment from the model as well. */
    String value();
}

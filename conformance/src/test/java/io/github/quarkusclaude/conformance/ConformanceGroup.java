package io.github.quarkusclaude.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The class holds the program against one group of promises of the guide. What it says here is on the page of the guide. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ConformanceGroup {

    /** From 1 to {@link GroupResults#GROUPS}. */
    int number();

    /** What the guide promises, in a sentence or two, as AsciiDoc. */
    String promise();

    /** Where the program differs on purpose, each with the reason, as AsciiDoc. A test of the class proves each. */
    String[] differs() default {};
}

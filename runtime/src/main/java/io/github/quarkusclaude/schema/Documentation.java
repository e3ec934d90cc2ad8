package io.github.quarkusclaude.schema;

import org.jboss.jandex.Declaration;
import org.jspecify.annotations.Nullable;

/**
 * What source code says about its declarations in comments, which class files do not have. It describes what no annotation
 * describes.
 */
@FunctionalInterface
public interface Documentation {

    /** Where there is no source code. */
    Documentation NONE = declaration -> null;

    /**
     * What the comment of a declaration says.
     *
     * @param declaration a class, a field or constant of an enum, a method or one of its parameters, or a record component
     * @return plain text, never empty; {@code null} if nothing is said
     */
    @Nullable
    String of(Declaration declaration);
}

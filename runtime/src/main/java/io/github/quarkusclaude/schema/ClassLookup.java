package io.github.quarkusclaude.schema;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jspecify.annotations.Nullable;

/** Finds what is known about a class. */
@FunctionalInterface
interface ClassLookup {

    /** @return {@code null} if nothing is known */
    @Nullable
    ClassInfo find(DotName name);
}

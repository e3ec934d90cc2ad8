package io.github.quarkusclaude.schema;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.ImageMode;

/** Makes schemas of types that were not known when the application was built. */
final class LateSchemas {

    private LateSchemas() {
    }

    /**
     * A generator that finds what the class loader of the type finds.
     *
     * @throws IllegalStateException in a native executable, which has no class files
     */
    static SchemaGenerator generatorFor(Class<?> type) {
        if (ImageMode.current().isNativeImage()) {
            throw new IllegalStateException("There is no schema of " + type.getTypeName() + ", and a native executable cannot"
                    + " make one. Annotate the type with @StructuredOutput and build again");
        }
        return new SchemaGenerator(new LoadedClasses(loader(type)), Documentation.NONE, true);
    }

    private static ClassLoader loader(Class<?> type) {
        @Nullable
        ClassLoader own = type.getClassLoader();
        return own != null ? own : Thread.currentThread().getContextClassLoader();
    }
}

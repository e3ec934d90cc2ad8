package io.github.quarkusclaude.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;

/** Indexes the classes of a class loader one by one, when they are asked for. */
final class LoadedClasses implements ClassLookup {

    private final ClassLoader loader;
    private final Map<DotName, Optional<ClassInfo>> found = new ConcurrentHashMap<>();

    LoadedClasses(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public @Nullable ClassInfo find(DotName name) {
        return found.computeIfAbsent(name, this::index).orElse(null);
    }

    private Optional<ClassInfo> index(DotName name) {
        try (InputStream bytes = loader.getResourceAsStream(name.toString().replace('.', '/') + ".class")) {
            return bytes == null ? Optional.empty() : Optional.of(Index.singleClass(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("The class " + name + " cannot be read", e);
        }
    }
}

package io.github.quarkusclaude.deployment.schema;

import org.jboss.jandex.Type;

import io.quarkus.builder.item.MultiBuildItem;

/**
 * A type the model answers with: its schema is made, and Jackson can read it in native executables.
 */
public final class OutputTypeBuildItem extends MultiBuildItem {

    private final Type type;

    public OutputTypeBuildItem(Type type) {
        this.type = type;
    }

    public Type getType() {
        return type;
    }
}

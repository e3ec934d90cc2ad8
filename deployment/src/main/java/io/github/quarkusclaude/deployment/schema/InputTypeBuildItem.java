package io.github.quarkusclaude.deployment.schema;

import org.jboss.jandex.Type;

import io.quarkus.builder.item.MultiBuildItem;

/**
 * A type a tool takes: its schema is made, and Jackson can read it in native executables.
 */
public final class InputTypeBuildItem extends MultiBuildItem {

    private final Type type;

    public InputTypeBuildItem(Type type) {
        this.type = type;
    }

    public Type getType() {
        return type;
    }
}

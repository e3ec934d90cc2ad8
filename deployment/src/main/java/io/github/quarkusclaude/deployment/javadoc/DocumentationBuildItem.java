package io.github.quarkusclaude.deployment.javadoc;

import io.github.quarkusclaude.schema.Documentation;
import io.quarkus.builder.item.SimpleBuildItem;

/**
 * What the source code of the application says in its comments, as far as there is source code.
 */
public final class DocumentationBuildItem extends SimpleBuildItem {

    private final Documentation documentation;

    DocumentationBuildItem(Documentation documentation) {
        this.documentation = documentation;
    }

    /** The comments; can be used by several build steps at once. */
    public Documentation getDocumentation() {
        return documentation;
    }
}

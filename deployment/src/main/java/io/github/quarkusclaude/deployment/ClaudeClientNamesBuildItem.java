package io.github.quarkusclaude.deployment;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;

import io.quarkus.builder.item.SimpleBuildItem;

/**
 * The clients the application injects, by name and in order.
 */
final class ClaudeClientNamesBuildItem extends SimpleBuildItem {

    private final Set<String> names;

    ClaudeClientNamesBuildItem(SortedSet<String> names) {
        this.names = Collections.unmodifiableSortedSet(names);
    }

    Set<String> getNames() {
        return names;
    }
}

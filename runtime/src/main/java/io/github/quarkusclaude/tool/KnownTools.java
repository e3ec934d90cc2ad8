package io.github.quarkusclaude.tool;

import java.util.List;

/**
 * The tool methods found when the application was built.
 *
 * @param methods the methods, ordered by name
 */
public record KnownTools(List<ToolMethod> methods) {

    public KnownTools {
        methods = List.copyOf(methods);
    }
}

package io.github.quarkusclaude.deployment.javadoc;

import java.util.List;
import java.util.Map;

import org.jboss.jandex.MethodInfo;

/**
 * The comments of a class.
 *
 * @param own that of the class itself
 * @param fields those of fields and enum constants, by name
 */
record ClassComments(Comment own, Map<String, Comment> fields, List<MethodComment> methods) {

    static final ClassComments NONE = new ClassComments(Comment.NONE, Map.of(), List.of());

    Comment field(String name) {
        return fields.getOrDefault(name, Comment.NONE);
    }

    Comment method(MethodInfo method) {
        Comment compact = Comment.NONE;
        for (MethodComment candidate : methods) {
            if (candidate.isOf(method)) {
                return candidate.comment();
            }
            if (method.isConstructor() && candidate.isCompact()) {
                compact = candidate.comment();
            }
        }
        return compact;
    }
}

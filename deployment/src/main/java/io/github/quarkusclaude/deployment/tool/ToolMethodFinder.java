package io.github.quarkusclaude.deployment.tool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import io.github.quarkusclaude.tool.ClaudeTool;

/**
 * Finds the tool methods of a class, inherited ones included.
 */
record ToolMethodFinder(IndexView index) {

    static final DotName CLAUDE_TOOL = DotName.createSimple(ClaudeTool.class);

    List<MethodInfo> in(ClassInfo beanClass) {
        List<MethodInfo> found = new ArrayList<>();
        Set<String> overridden = new HashSet<>();
        for (ClassInfo current = beanClass; current != null; current = superclass(current)) {
            for (MethodInfo method : current.methods()) {
                if (method.isSynthetic() || method.isBridge() || !overridden.add(method.name() + method.parameterTypes())) {
                    continue;
                }
                if (method.hasDeclaredAnnotation(CLAUDE_TOOL)) {
                    found.add(method);
                }
            }
        }
        return found;
    }

    private ClassInfo superclass(ClassInfo type) {
        return type.superName() == null ? null : index.getClassByName(type.superName());
    }
}

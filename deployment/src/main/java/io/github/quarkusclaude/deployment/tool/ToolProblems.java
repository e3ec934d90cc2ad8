package io.github.quarkusclaude.deployment.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.inject.spi.DeploymentException;

import org.jboss.jandex.MethodInfo;

/**
 * Collects what is wrong with tool methods, so that a build says everything at once.
 */
final class ToolProblems {

    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> methods = new HashMap<>();

    void add(MethodInfo method, String problem) {
        problems.add(describe(method) + " " + problem);
    }

    /** Notes the name of a tool, which no other may have. */
    void expectUnique(String name, MethodInfo method, String beanClass) {
        String other = methods.putIfAbsent(name, describe(method) + " of the bean " + beanClass);
        if (other != null) {
            add(method, "of the bean " + beanClass + " makes a tool with the name " + name + ", and so does " + other
                    + ". Give one of them another name: @ClaudeTool(name = …)");
        }
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    void failIfAny() {
        if (!problems.isEmpty()) {
            throw new DeploymentException("There are problems with tools:" + System.lineSeparator() + "- "
                    + String.join(System.lineSeparator() + "- ", problems));
        }
    }

    private static String describe(MethodInfo method) {
        return method.declaringClass().name() + "#" + method.name();
    }
}

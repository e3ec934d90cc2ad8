package io.github.quarkusclaude.deployment.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import io.github.quarkusclaude.tool.ToolThread;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;

/**
 * Decides where a tool method runs, as Quarkus does elsewhere: by the annotation of the method, else of its class, else by
 * what it returns.
 */
final class ToolThreads {

    private static final Map<DotName, ToolThread> ANNOTATIONS = Map.of(DotName.createSimple(Blocking.class), ToolThread.WORKER,
            DotName.createSimple(NonBlocking.class), ToolThread.EVENT_LOOP, DotName.createSimple(RunOnVirtualThread.class),
            ToolThread.VIRTUAL);

    private ToolThreads() {
    }

    static ToolThread of(MethodInfo method, ToolProblems problems) {
        List<ToolThread> said = new ArrayList<>();
        ANNOTATIONS.forEach((annotation, thread) -> {
            if (method.hasDeclaredAnnotation(annotation)) {
                said.add(thread);
            }
        });
        if (said.isEmpty()) {
            ANNOTATIONS.forEach((annotation, thread) -> {
                if (method.declaringClass().hasDeclaredAnnotation(annotation)) {
                    said.add(thread);
                }
            });
        }
        if (said.contains(ToolThread.EVENT_LOOP) && said.size() > 1) {
            problems.add(method, "is @NonBlocking, and @Blocking or @RunOnVirtualThread as well. Keep one of them");
        }
        if (said.contains(ToolThread.VIRTUAL)) {
            return ToolThread.VIRTUAL;
        } else if (!said.isEmpty()) {
            return said.get(0);
        }
        return ToolTypes.isAsynchronous(method.returnType()) ? ToolThread.EVENT_LOOP : ToolThread.WORKER;
    }
}

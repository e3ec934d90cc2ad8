package io.github.quarkusclaude.deployment.tool;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import io.github.quarkusclaude.deployment.javadoc.DocumentationBuildItem;
import io.github.quarkusclaude.runtime.ToolRunObservers;
import io.github.quarkusclaude.runtime.tool.ToolRecorder;
import io.github.quarkusclaude.tool.BeanTools;
import io.github.quarkusclaude.tool.KnownTools;
import io.github.quarkusclaude.tool.ToolMethod;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AutoAddScopeBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.InvokerFactoryBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveHierarchyBuildItem;
import io.quarkus.deployment.execannotations.ExecutionModelAnnotationsAllowedBuildItem;
import io.quarkus.deployment.recording.RecorderContext;
import io.quarkus.runtime.RuntimeValue;

/**
 * Makes tools of the methods of beans, and lets runs be observed.
 */
class ToolProcessor {

    @BuildStep
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.builder().addBeanClasses(ToolRunObservers.class, BeanTools.class).setUnremovable()
                .build();
    }

    @BuildStep
    AutoAddScopeBuildItem scope() {
        return AutoAddScopeBuildItem.builder().containsAnnotations(ToolMethodFinder.CLAUDE_TOOL)
                .defaultScope(BuiltinScope.SINGLETON).reason("Found classes with @ClaudeTool methods").build();
    }

    @BuildStep
    ExecutionModelAnnotationsAllowedBuildItem threads() {
        return new ExecutionModelAnnotationsAllowedBuildItem(
                method -> method.hasDeclaredAnnotation(ToolMethodFinder.CLAUDE_TOOL));
    }

    @BuildStep
    UnremovableBeanBuildItem keepTools(CombinedIndexBuildItem index) {
        ToolMethodFinder finder = new ToolMethodFinder(index.getIndex());
        return new UnremovableBeanBuildItem(
                bean -> bean.isClassBean() && !finder.in(bean.getTarget().get().asClass()).isEmpty());
    }

    @BuildStep
    void find(BeanDiscoveryFinishedBuildItem discovery, InvokerFactoryBuildItem invokers, CombinedIndexBuildItem index,
            DocumentationBuildItem documentation, BuildProducer<ToolMethodBuildItem> methods,
            BuildProducer<ReflectiveHierarchyBuildItem> reflective) {
        ToolProblems problems = new ToolProblems();
        ToolMethodReader reader = new ToolMethodReader(index.getComputingIndex(), documentation.getDocumentation(), problems);
        ToolMethodFinder finder = new ToolMethodFinder(index.getIndex());
        Set<MethodInfo> found = new HashSet<>();
        List<BeanInfo> beans = discovery.beanStream().classBeans().stream()
                .sorted(Comparator.comparing(bean -> bean.getBeanClass().toString())).toList();
        for (BeanInfo bean : beans) {
            for (MethodInfo method : finder.in(bean.getTarget().get().asClass())) {
                found.add(method);
                if (isCallable(method, problems)) {
                    ToolMethodReader.Found tool = reader.read(method, bean.getBeanClass().toString());
                    if (problems.isEmpty()) {
                        methods.produce(new ToolMethodBuildItem(tool, bean.getBeanClass().toString(),
                                invokers.createInvoker(bean, method).withInstanceLookup().build()));
                        register(method, index.getComputingIndex(), reflective);
                    }
                }
            }
        }
        expectBeans(index.getIndex(), found, problems);
        problems.failIfAny();
    }

    private static boolean isCallable(MethodInfo method, ToolProblems problems) {
        if (Modifier.isPrivate(method.flags())) {
            problems.add(method, "is private. Remove the modifier, so that it can be called");
        } else if (Modifier.isStatic(method.flags())) {
            problems.add(method, "is static. Make it a method of a bean");
        } else if (!method.typeParameters().isEmpty()) {
            problems.add(method, "has type parameters. Say which types it takes");
        } else {
            return true;
        }
        return false;
    }

    private static void expectBeans(IndexView index, Set<MethodInfo> found, ToolProblems problems) {
        for (AnnotationInstance annotation : index.getAnnotations(ToolMethodFinder.CLAUDE_TOOL)) {
            MethodInfo method = annotation.target().asMethod();
            boolean mayBeInherited = method.declaringClass().isAbstract() && !method.declaringClass().isInterface();
            if (!found.contains(method) && !mayBeInherited) {
                problems.add(method, "belongs to no bean. Put @ClaudeTool on a method of a class that is one");
            }
        }
    }

    private static void register(MethodInfo method, IndexView index, BuildProducer<ReflectiveHierarchyBuildItem> reflective) {
        List<Type> types = new ArrayList<>(method.parameterTypes());
        types.removeIf(ToolTypes::isCall);
        types.add(ToolTypes.result(method.returnType()));
        for (Type type : types) {
            if (ToolTypes.isWrittenAsJson(type)) {
                reflective.produce(ReflectiveHierarchyBuildItem.builder(type).index(index)
                        .source("Claude tool " + method.declaringClass().name() + "#" + method.name()).build());
            }
        }
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem tools(List<ToolMethodBuildItem> methods, RecorderContext context, ToolRecorder recorder) {
        List<RuntimeValue<ToolMethod>> recorded = new ArrayList<>();
        methods.stream().sorted(Comparator.comparing(method -> method.found().name())).forEach(method -> {
            ToolMethodReader.Found found = method.found();
            recorded.add(recorder.method(found.name(), found.description(), found.schema(), found.strict(), method.beanClass(),
                    found.thread(), found.parameters(), context.newInstance(method.invoker().getClassName())));
        });
        return SyntheticBeanBuildItem.configure(KnownTools.class).scope(Singleton.class).unremovable()
                .runtimeValue(recorder.tools(recorded)).done();
    }
}

package io.github.quarkusclaude.deployment;

import java.util.SortedSet;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClientName;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.runtime.BudgetObservers;
import io.github.quarkusclaude.runtime.ClaudeRecorder;
import io.github.quarkusclaude.runtime.ClaudeRuntimeConfig;
import io.github.quarkusclaude.runtime.ConfiguredClients;
import io.github.quarkusclaude.runtime.ConfiguredDownloads;
import io.github.quarkusclaude.runtime.FallbackObservers;
import io.github.quarkusclaude.runtime.RateLimitObservers;
import io.github.quarkusclaude.runtime.auth.AuthMethodConverter;
import io.github.quarkusclaude.runtime.auth.AuthObservers;
import io.github.quarkusclaude.runtime.auth.ConfiguredCredentials;
import io.github.quarkusclaude.runtime.auth.TokenRefreshJob;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.processor.InjectionPointInfo;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.RuntimeInitializedClassBuildItem;
import io.quarkus.scheduler.deployment.ForceStartSchedulerBuildItem;

/**
 * Makes the clients injectable.
 */
class ClaudeProcessor {

    static final String FEATURE = "claude";

    private static final DotName CLIENT_NAME = DotName.createSimple(ClaudeClientName.class);

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    ExtensionSslNativeSupportBuildItem sslInNativeExecutables() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    /** Jackson seeds its name tables when a factory is made: that must not be frozen into a native executable. */
    @BuildStep
    RuntimeInitializedClassBuildItem initializeJsonAtRunTime() {
        return new RuntimeInitializedClassBuildItem(ApiJson.class.getName());
    }

    @BuildStep
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.builder().addBeanClasses(ClaudeClientName.class, ConfiguredClients.class,
                ConfiguredCredentials.class, AuthObservers.class, TokenRefreshJob.class, RateLimitObservers.class,
                BudgetObservers.class, FallbackObservers.class)
                .setUnremovable().build();
    }

    /** For the job that keeps credentials fresh: without methods of its own a scheduler does not start. */
    @BuildStep
    ForceStartSchedulerBuildItem startScheduler() {
        return new ForceStartSchedulerBuildItem();
    }

    /** Configuration makes its converters by name. */
    @BuildStep
    ReflectiveClassBuildItem converters() {
        return ReflectiveClassBuildItem.builder(AuthMethodConverter.class).build();
    }

    @BuildStep
    AdditionalBeanBuildItem downloaders() {
        return AdditionalBeanBuildItem.builder().addBeanClasses(ConfiguredDownloads.class).setUnremovable().build();
    }

    @BuildStep
    ClaudeClientNamesBuildItem names(BeanDiscoveryFinishedBuildItem discovery) {
        SortedSet<String> names = new TreeSet<>();
        names.add(ClaudeRuntimeConfig.DEFAULT_CLIENT);
        for (InjectionPointInfo injectionPoint : discovery.getInjectionPoints()) {
            names.add(name(injectionPoint));
        }
        return new ClaudeClientNamesBuildItem(names);
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void clients(ClaudeClientNamesBuildItem names, BeanDiscoveryFinishedBuildItem discovery, ClaudeRecorder recorder,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        for (String name : names.getNames()) {
            beans.produce(bean(ClaudeClient.class, name, discovery, recorder).createWith(recorder.client(name)).done());
            beans.produce(bean(ReactiveClaudeClient.class, name, discovery, recorder)
                    .createWith(recorder.reactiveClient(name)).done());
        }
    }

    private static SyntheticBeanBuildItem.ExtendedBeanConfigurator bean(Class<?> type, String name,
            BeanDiscoveryFinishedBuildItem discovery, ClaudeRecorder recorder) {
        SyntheticBeanBuildItem.ExtendedBeanConfigurator bean = SyntheticBeanBuildItem.configure(type)
                .scope(ApplicationScoped.class)
                .unremovable()
                .defaultBean()
                .setRuntimeInit()
                .checkActive(recorder.checkActive(name))
                .addInjectionPoint(ClassType.create(ConfiguredClients.class));
        if (!name.equals(ClaudeRuntimeConfig.DEFAULT_CLIENT)) {
            bean.addQualifier().annotation(ClaudeClientName.class).addValue("value", name).done();
        }
        if (isInjected(type, name, discovery)) {
            // what is missing is said when the application starts, not when the client is first used
            bean.startup();
        }
        return bean;
    }

    private static boolean isInjected(Class<?> type, String name, BeanDiscoveryFinishedBuildItem discovery) {
        DotName typeName = DotName.createSimple(type);
        return discovery.getInjectionPoints().stream().anyMatch(injectionPoint -> !injectionPoint.isProgrammaticLookup()
                && injectionPoint.getRequiredType().name().equals(typeName) && name(injectionPoint).equals(name));
    }

    private static String name(InjectionPointInfo injectionPoint) {
        AnnotationInstance qualifier = injectionPoint.getRequiredQualifier(CLIENT_NAME);
        return qualifier == null ? ClaudeRuntimeConfig.DEFAULT_CLIENT : qualifier.value().asString();
    }
}

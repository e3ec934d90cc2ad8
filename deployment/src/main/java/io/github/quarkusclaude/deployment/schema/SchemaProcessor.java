package io.github.quarkusclaude.deployment.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.github.quarkusclaude.runtime.schema.SchemaRecorder;
import io.github.quarkusclaude.schema.AnswerSchema;
import io.github.quarkusclaude.schema.InvalidSchemaException;
import io.github.quarkusclaude.schema.KnownSchemas;
import io.github.quarkusclaude.schema.SchemaGenerator;
import io.github.quarkusclaude.schema.StructuredOutput;
import io.github.quarkusclaude.schema.StructuredOutputs;
import io.github.quarkusclaude.schema.ValueReader;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveHierarchyBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Makes the schemas of the types the model answers with, as far as they can be known.
 */
class SchemaProcessor {

    @BuildStep
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.builder().addBeanClasses(StructuredOutputs.class, ValueReader.class).setUnremovable()
                .build();
    }

    @BuildStep
    void annotatedTypes(CombinedIndexBuildItem index, BuildProducer<OutputTypeBuildItem> types) {
        for (AnnotationInstance annotation : index.getIndex().getAnnotations(StructuredOutput.class)) {
            types.produce(new OutputTypeBuildItem(Type.create(annotation.target().asClass().name(), Type.Kind.CLASS)));
        }
    }

    @BuildStep
    void typesInCalls(CombinedIndexBuildItem index, BuildProducer<OutputTypeBuildItem> types) {
        new OutputTypeCalls(index.getIndex(), Thread.currentThread().getContextClassLoader()).types()
                .forEach(type -> types.produce(new OutputTypeBuildItem(type)));
    }

    @BuildStep
    void reflection(List<OutputTypeBuildItem> types, CombinedIndexBuildItem index,
            BuildProducer<ReflectiveHierarchyBuildItem> hierarchies) {
        for (OutputTypeBuildItem type : types) {
            hierarchies.produce(ReflectiveHierarchyBuildItem.builder(type.getType()).index(index.getComputingIndex())
                    .source("Claude structured output").build());
        }
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem schemas(List<OutputTypeBuildItem> types, CombinedIndexBuildItem index, SchemaRecorder recorder) {
        return SyntheticBeanBuildItem.configure(KnownSchemas.class).scope(Singleton.class).unremovable()
                .runtimeValue(recorder.schemas(entries(types, index.getComputingIndex()))).done();
    }

    private static Map<String, KnownSchemas.Entry> entries(List<OutputTypeBuildItem> types, IndexView index) {
        SchemaGenerator generator = new SchemaGenerator(index);
        Map<String, KnownSchemas.Entry> entries = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (OutputTypeBuildItem item : types) {
            try {
                AnswerSchema answer = generator.forAnswer(item.getType());
                entries.put(item.getType().name().toString(),
                        new KnownSchemas.Entry(answer.schema().toString(), answer.wrapped()));
            } catch (InvalidSchemaException e) {
                problems.add(e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join(System.lineSeparator(), problems));
        }
        return entries;
    }
}

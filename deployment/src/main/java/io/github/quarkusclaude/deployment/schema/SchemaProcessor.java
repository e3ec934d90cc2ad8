package io.github.quarkusclaude.deployment.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.Type;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.deployment.javadoc.DocumentationBuildItem;
import io.github.quarkusclaude.runtime.schema.SchemaRecorder;
import io.github.quarkusclaude.schema.AnswerSchema;
import io.github.quarkusclaude.schema.InputTypes;
import io.github.quarkusclaude.schema.InvalidSchemaException;
import io.github.quarkusclaude.schema.KnownSchemas;
import io.github.quarkusclaude.schema.SchemaGenerator;
import io.github.quarkusclaude.schema.StructuredOutput;
import io.github.quarkusclaude.schema.StructuredOutputs;
import io.github.quarkusclaude.schema.ValueReader;
import io.github.quarkusclaude.tool.ToolDefinition;
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
 * Makes the schemas of the types the model answers with or gives to tools, as far as they can be known.
 */
class SchemaProcessor {

    private static final Map<Class<?>, Set<String>> ASKING = Map.of(ClaudeClient.class, Set.of("generate"),
            ReactiveClaudeClient.class, Set.of("generate"), StructuredOutputs.class, Set.of("of"));
    private static final Map<Class<?>, Set<String>> DEFINING = Map.of(ToolDefinition.class, Set.of("of", "reactive"));

    @BuildStep
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.builder().addBeanClasses(StructuredOutputs.class, InputTypes.class, ValueReader.class)
                .setUnremovable().build();
    }

    @BuildStep
    void annotatedTypes(CombinedIndexBuildItem index, BuildProducer<OutputTypeBuildItem> types) {
        for (AnnotationInstance annotation : index.getIndex().getAnnotations(StructuredOutput.class)) {
            types.produce(new OutputTypeBuildItem(Type.create(annotation.target().asClass().name(), Type.Kind.CLASS)));
        }
    }

    @BuildStep
    void typesInCalls(CombinedIndexBuildItem index, BuildProducer<OutputTypeBuildItem> outputs,
            BuildProducer<InputTypeBuildItem> inputs) {
        TypesInCalls types = new TypesInCalls(index.getIndex(), Thread.currentThread().getContextClassLoader());
        types.of(ASKING).forEach(type -> outputs.produce(new OutputTypeBuildItem(type)));
        types.of(DEFINING).forEach(type -> inputs.produce(new InputTypeBuildItem(type)));
    }

    @BuildStep
    void reflection(List<OutputTypeBuildItem> outputs, List<InputTypeBuildItem> inputs, CombinedIndexBuildItem index,
            BuildProducer<ReflectiveHierarchyBuildItem> hierarchies) {
        Stream.concat(outputs.stream().map(OutputTypeBuildItem::getType), inputs.stream().map(InputTypeBuildItem::getType))
                .forEach(type -> hierarchies.produce(ReflectiveHierarchyBuildItem.builder(type).index(index.getComputingIndex())
                        .source("Claude structured output or tool").build()));
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem schemas(List<OutputTypeBuildItem> outputs, List<InputTypeBuildItem> inputs,
            CombinedIndexBuildItem index, DocumentationBuildItem documentation, SchemaRecorder recorder) {
        SchemaGenerator generator = new SchemaGenerator(index.getComputingIndex(), documentation.getDocumentation());
        List<String> problems = new ArrayList<>();
        var answered = entries(outputs.stream().map(OutputTypeBuildItem::getType), generator::forAnswer, problems);
        var taken = entries(inputs.stream().map(InputTypeBuildItem::getType), generator::forInput, problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join(System.lineSeparator(), problems));
        }
        return SyntheticBeanBuildItem.configure(KnownSchemas.class).scope(Singleton.class).unremovable()
                .runtimeValue(recorder.schemas(answered, taken)).done();
    }

    private static Map<String, KnownSchemas.Entry> entries(Stream<Type> types, Function<Type, AnswerSchema> generator,
            List<String> problems) {
        Map<String, KnownSchemas.Entry> entries = new TreeMap<>();
        types.forEach(type -> {
            try {
                AnswerSchema schema = generator.apply(type);
                entries.put(type.name().toString(), new KnownSchemas.Entry(schema.schema().toString(), schema.wrapped()));
            } catch (InvalidSchemaException e) {
                problems.add(e.getMessage());
            }
        });
        return entries;
    }
}

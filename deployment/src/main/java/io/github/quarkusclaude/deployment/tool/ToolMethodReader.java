package io.github.quarkusclaude.deployment.tool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.schema.Description;
import io.github.quarkusclaude.schema.Documentation;
import io.github.quarkusclaude.schema.InvalidSchemaException;
import io.github.quarkusclaude.schema.JsonSchema;
import io.github.quarkusclaude.schema.SchemaGenerator;
import io.github.quarkusclaude.tool.ToolMethod;
import io.github.quarkusclaude.tool.ToolThread;

/**
 * Reads what a tool method says about itself, and collects what is wrong with it.
 */
final class ToolMethodReader {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,128}");
    private static final DotName DESCRIPTION = DotName.createSimple(Description.class);

    private final SchemaGenerator strict;
    private final SchemaGenerator lenient;
    private final Documentation documentation;
    private final ToolProblems problems;

    ToolMethodReader(IndexView index, Documentation documentation, ToolProblems problems) {
        this.strict = new SchemaGenerator(index, documentation);
        this.lenient = strict.lenient();
        this.documentation = documentation;
        this.problems = problems;
    }

    /** A tool method, but for its invoker. */
    record Found(MethodInfo method, String name, String description, String schema, boolean strict, ToolThread thread,
            List<ToolMethod.Parameter> parameters) {
    }

    Found read(MethodInfo method, String beanClass) {
        AnnotationInstance annotation = method.declaredAnnotation(ToolMethodFinder.CLAUDE_TOOL);
        String name = text(annotation, "name");
        name = name.isEmpty() ? method.name() : name;
        check(method, name, beanClass);
        AnnotationValue enforced = annotation.value("strict");
        boolean isStrict = enforced != null && enforced.asBoolean();
        String schema = schema(method, isStrict);
        return new Found(method, name, description(method, annotation), schema, isStrict, ToolThreads.of(method, problems),
                parameters(method, schema));
    }

    private void check(MethodInfo method, String name, String beanClass) {
        if (!NAME.matcher(name).matches()) {
            problems.add(method, "makes a tool with the name \"" + name
                    + "\". Use 1 to 128 letters, digits, underscores and hyphens: @ClaudeTool(name = …)");
        }
        problems.expectUnique(name, method, beanClass);
        if (ToolTypes.isStream(method.returnType())) {
            problems.add(method, "returns a " + ToolTypes.result(method.returnType()).name()
                    + ", of which no result can be made. Return a list, or a Uni of one");
        }
        if (method.parameterTypes().stream().filter(ToolTypes::isCall).count() > 1) {
            problems.add(method, "takes its call twice. Keep one parameter of type ToolCall");
        }
    }

    private static String text(AnnotationInstance annotation, String value) {
        return annotation.value(value) == null ? "" : annotation.value(value).asString();
    }

    private String description(MethodInfo method, AnnotationInstance annotation) {
        String said = text(annotation, "value");
        if (!said.isEmpty()) {
            return said;
        }
        AnnotationInstance description = method.declaredAnnotation(DESCRIPTION);
        String comment = description == null ? documentation.of(method) : description.value().asString();
        return comment == null ? "" : comment;
    }

    private String schema(MethodInfo method, boolean isStrict) {
        List<MethodParameterInfo> given = method.parameters().stream()
                .filter(parameter -> !ToolTypes.isCall(parameter.type())).toList();
        try {
            JsonSchema schema = (isStrict ? strict : lenient).forParameters(method, given);
            return schema.toString();
        } catch (InvalidSchemaException e) {
            problems.add(method, "has parameters that cannot be described to the model: " + String.join("; ", e.problems()));
            return "{\"type\":\"object\",\"properties\":{}}";
        }
    }

    /** The properties of the schema stand in the order of the parameters. */
    private static List<ToolMethod.Parameter> parameters(MethodInfo method, String json) {
        JsonNode schema = RawJson.of(json).tree();
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        Iterator<String> names = schema.path("properties").fieldNames();
        List<ToolMethod.Parameter> parameters = new ArrayList<>();
        for (MethodParameterInfo parameter : method.parameters()) {
            String type = ToolTypes.canonical(parameter.type());
            if (ToolTypes.isCall(parameter.type())) {
                parameters.add(new ToolMethod.Parameter("", type, false));
            } else if (names.hasNext()) {
                String name = names.next();
                parameters.add(new ToolMethod.Parameter(name, type, required.contains(name)));
            }
        }
        return parameters;
    }
}

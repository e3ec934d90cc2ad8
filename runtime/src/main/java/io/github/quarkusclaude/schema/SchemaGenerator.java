package io.github.quarkusclaude.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.json.RawJson;

/**
 * Makes JSON schemas of Java types as an index of classes describes them; for build steps. The same types are decoded by
 * Jackson, so names and forms are those that Jackson knows.
 * <p>
 * Properties that may be missing ({@code Optional}, or any {@code @Nullable}) are not required, and may be {@code null} as
 * long as the schema stays within the API's limits.
 */
public final class SchemaGenerator {

    private final ClassLookup classes;
    private final Documentation documentation;
    private final boolean strict;

    /** Makes schemas that the API can make a model follow. */
    public SchemaGenerator(IndexView index, Documentation documentation) {
        this(index::getClassByName, documentation, true);
    }

    SchemaGenerator(ClassLookup classes, Documentation documentation, boolean strict) {
        this.classes = classes;
        this.documentation = documentation;
        this.strict = strict;
    }

    /** Makes schemas that only inform the model, so that maps, any values and types within themselves are possible. */
    public SchemaGenerator lenient() {
        return new SchemaGenerator(classes, documentation, false);
    }

    /**
     * The schema of a type, whatever kind of JSON it is.
     *
     * @throws InvalidSchemaException if there is no such schema; says everything that is wrong with the type
     */
    public JsonSchema forType(Type type) {
        Type resolved = TypeBindings.NONE.resolve(type);
        return generate(describe(resolved), types -> types.element(resolved, "$"));
    }

    /**
     * The schema of a type the model answers with. An answer must be an object, so other types are put into one.
     *
     * @throws InvalidSchemaException if there is no such schema; says everything that is wrong with the type
     */
    public AnswerSchema forAnswer(Type type) {
        Type resolved = TypeBindings.NONE.resolve(type);
        JsonSchema schema = forType(resolved);
        if (schema.isObject()) {
            return new AnswerSchema(schema, false);
        }
        Property value = new Property(AnswerSchema.VALUE, resolved, false, false, null);
        return new AnswerSchema(generate(describe(resolved), types -> types.objects().of(List.of(value), "$")), true);
    }

    /**
     * The schema of a type that is the input of a tool: one that the API can make a model follow if there is one, else one
     * that informs the model. An input must be an object, so other types are put into one.
     *
     * @throws InvalidSchemaException if there is no such schema; says everything that is wrong with the type
     */
    public AnswerSchema forInput(Type type) {
        try {
            return forAnswer(type);
        } catch (InvalidSchemaException e) {
            return lenient().forAnswer(type);
        }
    }

    /**
     * The schema of the arguments of a method: an object with a property for each parameter.
     *
     * @throws InvalidSchemaException if there is no such schema; says everything that is wrong with the parameters
     */
    public JsonSchema forParameters(MethodInfo method) {
        return forParameters(method, method.parameters());
    }

    /**
     * The schema of some arguments of a method: an object with a property for each of the parameters.
     *
     * @throws InvalidSchemaException if there is no such schema; says everything that is wrong with the parameters
     */
    public JsonSchema forParameters(MethodInfo method, List<MethodParameterInfo> parameters) {
        String subject = "The method " + method.declaringClass().name() + "." + method.name();
        return generate(subject, types -> {
            List<Property> properties = new ArrayList<>();
            for (MethodParameterInfo parameter : parameters) {
                String name = parameter.name();
                if (name == null && Members.of(parameter).text(JacksonNames.PROPERTY) == null) {
                    types.problems().add("$", "parameter " + parameter.position() + " has no name. Compile with -parameters, or"
                            + " name it by @JsonProperty");
                } else {
                    properties.add(Property.of(name == null ? "" : name, parameter.type(), TypeBindings.NONE,
                            Members.of(parameter), documentation));
                }
            }
            return types.objects().of(properties, "$");
        });
    }

    private static String describe(Type type) {
        return "The type " + type;
    }

    private JsonSchema generate(String subject, Function<TypeSchemas, ObjectNode> source) {
        ObjectNode schema = generate(subject, source, true);
        if (!strict) {
            return new JsonSchema(RawJson.from(schema));
        }
        StrictSchemas check = new StrictSchemas();
        check.add("$", schema);
        if (check.hasTooManyUnions()) {
            schema = generate(subject, source, false);
            check = new StrictSchemas();
            check.add("$", schema);
        }
        check.failIfAny(subject);
        return new JsonSchema(RawJson.from(schema));
    }

    private ObjectNode generate(String subject, Function<TypeSchemas, ObjectNode> source, boolean nulls) {
        SchemaProblems problems = new SchemaProblems();
        TypeSchemas types = new TypeSchemas(classes, documentation, new SchemaRules(strict, nulls), problems);
        ObjectNode schema = source.apply(types);
        problems.failIfAny(subject);
        return types.complete(schema);
    }
}

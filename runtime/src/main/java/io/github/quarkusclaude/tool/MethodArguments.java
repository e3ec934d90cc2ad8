package io.github.quarkusclaude.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.schema.ValueReader;

/**
 * Makes the arguments of a tool method of the input the model gives.
 */
final class MethodArguments {

    private final List<ToolMethod.Parameter> parameters;
    private final List<JavaType> types = new ArrayList<>();
    private final ValueReader reader;

    /** @param loader finds the types of the parameters */
    MethodArguments(List<ToolMethod.Parameter> parameters, ValueReader reader, ClassLoader loader) {
        this.parameters = parameters;
        this.reader = reader;
        for (ToolMethod.Parameter parameter : parameters) {
            types.add(reader.type(parameter.type(), loader));
        }
    }

    /**
     * The arguments of a call.
     *
     * @throws IllegalArgumentException if the input does not fit; says why without telling what was there
     */
    @Nullable
    Object[] of(ToolCall call) {
        JsonNode input = reader.tree(call.input().toString());
        @Nullable
        Object[] arguments = new Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            ToolMethod.Parameter parameter = parameters.get(i);
            arguments[i] = parameter.isCall() ? call : argument(parameter, types.get(i), input.path(parameter.name()));
        }
        return arguments;
    }

    private @Nullable Object argument(ToolMethod.Parameter parameter, JavaType type, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            try {
                return reader.read(value, type);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("The input " + parameter.name() + " does not fit: " + e.getMessage(), e);
            }
        }
        if (parameter.required() || type.isPrimitive()) {
            throw new IllegalArgumentException("The input " + parameter.name() + " is missing");
        }
        return nothing(type.getRawClass());
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == Optional.class) {
            return Optional.empty();
        } else if (type == OptionalInt.class) {
            return OptionalInt.empty();
        } else if (type == OptionalLong.class) {
            return OptionalLong.empty();
        }
        return type == OptionalDouble.class ? OptionalDouble.empty() : null;
    }
}

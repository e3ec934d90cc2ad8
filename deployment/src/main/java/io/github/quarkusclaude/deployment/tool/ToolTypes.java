package io.github.quarkusclaude.deployment.tool;

import java.util.List;
import java.util.stream.Collectors;

import org.jboss.jandex.ArrayType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.tool.ToolCall;
import io.github.quarkusclaude.tool.ToolResult;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Answers questions about the types of tool methods.
 */
final class ToolTypes {

    private static final DotName CALL = DotName.createSimple(ToolCall.class);
    private static final List<DotName> ASYNCHRONOUS = List.of(DotName.createSimple(Uni.class),
            DotName.createSimple("java.util.concurrent.CompletionStage"),
            DotName.createSimple("java.util.concurrent.CompletableFuture"));
    private static final List<DotName> STREAMS = List.of(DotName.createSimple(Multi.class),
            DotName.createSimple("java.util.concurrent.Flow$Publisher"), DotName.createSimple("java.util.stream.Stream"));
    private static final String OWN = ContentBlock.class.getPackageName() + ".";

    private ToolTypes() {
    }

    static boolean isCall(Type type) {
        return type.name().equals(CALL);
    }

    static boolean isAsynchronous(Type returned) {
        return ASYNCHRONOUS.contains(returned.name());
    }

    /** Whether a value of this type comes in pieces, of which no result can be made. */
    static boolean isStream(Type returned) {
        return STREAMS.contains(result(returned).name());
    }

    /** What the model gets: the item of an asynchronous type, else the type itself. */
    static Type result(Type returned) {
        return isAsynchronous(returned) && returned.kind() == Type.Kind.PARAMETERIZED_TYPE
                ? returned.asParameterizedType().arguments().get(0)
                : returned;
    }

    /** Whether Jackson writes the type, so that it must be able to look into it. */
    static boolean isWrittenAsJson(Type result) {
        String name = result.name().toString();
        return result.kind() != Type.Kind.VOID && result.kind() != Type.Kind.PRIMITIVE && !name.startsWith(OWN)
                && !name.equals(ToolResult.class.getName()) && !name.equals(String.class.getName());
    }

    /** A type in the form Jackson calls canonical. */
    static String canonical(Type type) {
        return switch (type.kind()) {
            case PARAMETERIZED_TYPE -> type.name() + type.asParameterizedType().arguments().stream().map(ToolTypes::canonical)
                    .collect(Collectors.joining(",", "<", ">"));
            case ARRAY -> array(type.asArrayType());
            case WILDCARD_TYPE -> canonical(type.asWildcardType().extendsBound());
            default -> type.name().toString();
        };
    }

    /** As {@link Class#getName()} says it, without the type arguments of the component. */
    private static String array(ArrayType type) {
        return type.name().toString();
    }
}

package io.github.quarkusclaude.schema;

import java.util.List;

import io.github.quarkusclaude.error.MalformedAnswerException;
import io.github.quarkusclaude.error.RefusalException;
import io.github.quarkusclaude.error.TruncatedAnswerException;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.OutputConfig;
import io.github.quarkusclaude.message.OutputFormat;
import io.github.quarkusclaude.message.StopReason;
import io.github.quarkusclaude.message.StructuredMessage;
import io.github.quarkusclaude.message.TextBlock;

/**
 * A Java type as the form of an answer: {@link #askedBy} makes a request ask for it, {@link #of} takes it from the answer.
 * For streams, batches and other ways to send a request than {@code generate}:
 *
 * <pre>
 * OutputType&lt;Recipe&gt; recipe = outputs.of(Recipe.class);
 * try (MessageStream stream = claude.stream(recipe.askedBy(request))) {
 *     stream.text().forEach(this::show);
 *     Recipe value = recipe.of(stream.finalMessage()).value();
 * }
 * </pre>
 *
 * @param <T> the type
 */
public final class OutputType<T> {

    private final ValueType<T> type;

    OutputType(ValueType<T> type) {
        this.type = type;
    }

    /** The schema that the answer follows. */
    public JsonSchema schema() {
        return type.schema();
    }

    /**
     * The request with this type as {@code output_config.format}; everything else, the effort for instance, stays.
     *
     * @throws IllegalArgumentException if the request asks for another format already
     */
    public MessageRequest askedBy(MessageRequest request) {
        OutputFormat format = OutputFormat.jsonSchema(schema().json());
        OutputConfig config = request.outputConfig();
        if (config != null && config.format() != null && !config.format().equals(format)) {
            throw new IllegalArgumentException("The request has an output_config.format already. Leave it out, so that the"
                    + " answer can be a " + type.name());
        }
        return request.toBuilder()
                .outputConfig(config == null ? OutputConfig.format(format) : config.withFormat(format)).build();
    }

    /**
     * The value that an answer holds.
     *
     * @throws RefusalException if the model declined to answer
     * @throws TruncatedAnswerException if the answer was cut off
     * @throws MalformedAnswerException if the answer does not fit the type
     */
    public StructuredMessage<T> of(Message answer) {
        if (answer.isRefusal()) {
            throw new RefusalException(answer);
        }
        StopReason reason = answer.stopReason();
        if (StopReason.MAX_TOKENS.equals(reason) || StopReason.MODEL_CONTEXT_WINDOW_EXCEEDED.equals(reason)) {
            throw new TruncatedAnswerException(answer);
        }
        if (StopReason.TOOL_USE.equals(reason) || StopReason.PAUSE_TURN.equals(reason)) {
            throw new MalformedAnswerException("The answer is not there yet (" + reason + "). Send the results of the tools, or"
                    + " the paused turn, and take the value from the last answer", answer);
        }
        try {
            return new StructuredMessage<>(type.read(text(answer)), answer);
        } catch (UnreadableValueException e) {
            throw new MalformedAnswerException(e.getMessage(), answer);
        }
    }

    /** The last text: what the model says while it uses tools comes before. */
    private static String text(Message answer) {
        List<ContentBlock> content = answer.content();
        for (int i = content.size() - 1; i >= 0; i--) {
            if (content.get(i) instanceof TextBlock text && !text.text().isBlank()) {
                return text.text();
            }
        }
        return "";
    }
}

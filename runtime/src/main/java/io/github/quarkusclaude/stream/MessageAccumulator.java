package io.github.quarkusclaude.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Container;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.FallbackBlock;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageJoin;
import io.github.quarkusclaude.message.StopDetails;
import io.github.quarkusclaude.message.StopReason;
import io.github.quarkusclaude.message.ToolUseBlock;
import io.github.quarkusclaude.message.Usage;

/**
 * Makes a message of the events of a stream: the same message as an answer that is not streamed.
 * <p>
 * Not thread safe.
 */
public final class MessageAccumulator {

    private @Nullable Message start;
    private @Nullable String model;
    private final List<BlockAccumulator> blocks = new ArrayList<>();
    private @Nullable StopReason stopReason;
    private @Nullable String stopSequence;
    private @Nullable StopDetails stopDetails;
    private @Nullable Container container;
    private Usage usage = Usage.UNKNOWN;
    private final Map<String, RawJson> additionalFields = new LinkedHashMap<>();
    private final List<MessageJoin> joins = new ArrayList<>();
    private boolean complete;

    /**
     * Takes the next event.
     *
     * @throws MalformedResponseException if the event cannot stand here
     */
    public void accept(StreamEvent event) {
        // the hot one first
        if (event instanceof ContentBlockDelta delta) {
            block(delta.index()).accept(delta.delta());
        } else if (event instanceof ContentBlockStart blockStart) {
            begin(blockStart);
        } else if (event instanceof ContentBlockStop blockStop) {
            block(blockStop.index()).stop();
        } else if (event instanceof MessageStart messageStart) {
            begin(messageStart);
        } else if (event instanceof MessageDelta messageDelta) {
            update(messageDelta);
        } else if (event instanceof MessageStop) {
            started();
            complete = true;
        } else if (event instanceof MessageResumed resumed) {
            joins.add(resumed.join());
            usage = resumed.usage();
        }
    }

    /** Whether the message has been received completely. */
    public boolean isComplete() {
        return complete;
    }

    /** The message as far as it has arrived; empty before it began. */
    public Optional<Message> partialMessage() {
        return start == null ? Optional.empty() : Optional.of(build(start));
    }

    /**
     * The complete message.
     *
     * @throws IllegalStateException if it is not complete
     */
    public Message message() {
        if (!complete || start == null) {
            throw new IllegalStateException("The message is not complete");
        }
        return build(start);
    }

    /**
     * The ids of tool uses whose arguments are complete and yet no JSON, and stand as an empty object in the message. The API
     * does not check arguments it was asked to stream eagerly.
     */
    public Set<String> malformedInputs() {
        Set<String> ids = new HashSet<>();
        for (BlockAccumulator block : blocks) {
            if (block.hasMalformedInput() && block.build() instanceof ToolUseBlock toolUse && toolUse.id() != null) {
                ids.add(toolUse.id());
            }
        }
        return ids;
    }

    private void begin(MessageStart event) {
        if (start != null) {
            throw outOfOrder("a second message_start");
        }
        Message message = event.message();
        if (message == null) {
            throw outOfOrder("a message_start without a message");
        }
        start = message;
        model = message.model();
        for (ContentBlock block : message.content()) {
            blocks.add(new BlockAccumulator(block));
        }
        stopReason = message.stopReason();
        stopSequence = message.stopSequence();
        stopDetails = message.stopDetails();
        container = message.container();
        usage = message.usage();
        additionalFields.putAll(message.additionalFields());
    }

    private void begin(ContentBlockStart event) {
        started();
        if (event.contentBlock() == null) {
            throw outOfOrder("a content_block_start without a content block");
        }
        if (event.index() != blocks.size()) {
            throw outOfOrder("content block " + event.index() + " where block " + blocks.size() + " was due");
        }
        blocks.add(new BlockAccumulator(event.contentBlock()));
        if (event.contentBlock() instanceof FallbackBlock fallback && fallback.to() != null && fallback.to().model() != null) {
            // from here on another model answers, and the message is its
            model = fallback.to().model();
        }
    }

    private void update(MessageDelta event) {
        started();
        MessageDelta.Changes delta = event.delta();
        if (delta != null) {
            stopReason = delta.stopReason();
            stopSequence = delta.stopSequence();
            stopDetails = delta.stopDetails();
            if (delta.container() != null) {
                container = delta.container();
            }
            additionalFields.putAll(delta.additionalFields());
        }
        if (event.usage() != null) {
            usage = usage.updatedBy(event.usage());
        }
        additionalFields.putAll(event.additionalFields());
    }

    /** What the message has used so far. */
    public Usage usage() {
        return usage;
    }

    private Message started() {
        if (start == null) {
            throw outOfOrder("content before message_start");
        }
        return start;
    }

    private BlockAccumulator block(int index) {
        started();
        if (index < 0 || index >= blocks.size()) {
            throw outOfOrder("a change of content block " + index + ", which has not begun");
        }
        return blocks.get(index);
    }

    private Message build(Message start) {
        List<ContentBlock> content = new ArrayList<>(blocks.size());
        for (BlockAccumulator block : blocks) {
            content.add(block.build());
        }
        return new Message(start.id(), start.role(), model, content, stopReason, stopSequence, stopDetails, container,
                start.diagnostics(), usage, additionalFields, start.modelChoice(), joins);
    }

    private MalformedResponseException outOfOrder(String what) {
        return new MalformedResponseException(
                ErrorDetails.of(200, "The event stream is out of order: " + what)
                        .withPartialMessage(partialMessage().orElse(null)),
                null);
    }
}

package io.github.quarkusclaude.transport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageJoin;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.Usage;
import io.github.quarkusclaude.stream.ContentBlockDelta;
import io.github.quarkusclaude.stream.ContentBlockStart;
import io.github.quarkusclaude.stream.ContentBlockStop;
import io.github.quarkusclaude.stream.MessageAccumulator;
import io.github.quarkusclaude.stream.MessageDelta;
import io.github.quarkusclaude.stream.MessageResumed;
import io.github.quarkusclaude.stream.MessageStart;
import io.github.quarkusclaude.stream.MessageStop;
import io.github.quarkusclaude.stream.Ping;
import io.github.quarkusclaude.stream.StreamEvent;

/**
 * Makes one stream of events of the parts of an answer that broke off. The beginning of a block is held back until there is
 * something in it, so that a block that broke off there can be left out.
 * <p>
 * Not thread safe.
 */
final class JoinedAnswer {

    private final Consumer<StreamEvent> events;
    private final MessageAccumulator given = new MessageAccumulator();
    private int blocks;
    private boolean open;
    private boolean stopped;
    private @Nullable ContentBlockStart held;
    private Usage before = Usage.UNKNOWN;
    private Usage usage = Usage.UNKNOWN;
    /** Absent in the first part. */
    private @Nullable LaterPart part;
    private @Nullable MessageJoin dueJoin;

    /** @param events takes what the subscriber is to get */
    JoinedAnswer(Consumer<StreamEvent> events) {
        this.events = events;
    }

    void accept(StreamEvent event) {
        if (event instanceof ContentBlockDelta delta) {
            grow(delta);
        } else if (event instanceof ContentBlockStart start) {
            begin(start);
        } else if (event instanceof ContentBlockStop stop) {
            end(stop);
        } else if (event instanceof MessageStart start) {
            begin(start);
        } else if (event instanceof MessageDelta delta) {
            change(delta);
        } else {
            give(event);
        }
    }

    /** What has been given out. */
    List<ContentBlock> content() {
        return given.partialMessage().map(Message::content).orElse(List.of());
    }

    /** Whether a block has been begun and not ended. */
    boolean isOpen() {
        return open;
    }

    /** Whether everything has arrived but the last event. */
    boolean lacksOnlyItsEnd() {
        return stopped && !open;
    }

    void end() {
        give(new MessageStop(Map.of()));
    }

    /** To be called when a part broke off and the next one has been asked for. */
    void continuedBy(ClaudeException failure, String repeated, boolean keepsThinking) {
        held = null;
        before = JoinedUsage.of(before, usage);
        usage = Usage.UNKNOWN;
        part = new LaterPart(repeated, keepsThinking);
        dueJoin = new MessageJoin(open ? blocks - 1 : blocks, open ? lengthOfText() : 0, failure);
    }

    /** A failure with all that has been given out. */
    ClaudeException failed(ClaudeException failure) {
        Optional<Message> arrived = part == null ? Optional.empty() : given.partialMessage();
        return arrived.isEmpty() ? failure : BrokenAnswer.of(failure, arrived.get());
    }

    private int lengthOfText() {
        List<ContentBlock> content = content();
        return content.get(content.size() - 1) instanceof TextBlock text ? text.text().length() : 0;
    }

    private void begin(MessageStart event) {
        Message message = event.message();
        usage = message == null ? Usage.UNKNOWN : message.usage();
        if (part == null) {
            blocks = message == null ? 0 : message.content().size();
            give(event);
        }
    }

    private void begin(ContentBlockStart event) {
        if (part == null) {
            held = event;
        } else if (part.isLeftOut(event.contentBlock())) {
            part.leaveOut(event.index());
        } else if (open && event.contentBlock() instanceof TextBlock text) {
            part.place(event.index(), blocks - 1);
            if (!text.text().isEmpty()) {
                grow(new ContentBlockDelta(event.index(), part.textOf(text), Map.of()));
            }
        } else {
            close();
            part.place(event.index(), blocks);
            held = new ContentBlockStart(blocks, event.contentBlock(), event.additionalFields());
        }
    }

    private void grow(ContentBlockDelta event) {
        ContentBlockDelta placed = part == null ? event : part.placed(event);
        if (placed != null) {
            giveHeld();
            give(placed);
        }
    }

    private void end(ContentBlockStop event) {
        ContentBlockStop placed = part == null ? event : part.placed(event);
        if (placed == null) {
            return;
        }
        if (part != null && held != null && held.contentBlock() instanceof TextBlock text && text.text().isEmpty()) {
            // it held nothing that was not there already
            held = null;
            return;
        }
        giveHeld();
        open = false;
        give(placed);
    }

    private void change(MessageDelta event) {
        if (event.usage() != null) {
            usage = usage.updatedBy(event.usage());
        }
        stopped |= event.delta() != null && event.delta().stopReason() != null;
        if (part == null) {
            give(event);
        } else {
            close();
            give(new MessageDelta(event.delta(), JoinedUsage.of(before, usage), event.additionalFields()));
        }
    }

    /** Ends the text that broke off, when the rest does not go on with it. */
    private void close() {
        if (open) {
            open = false;
            give(new ContentBlockStop(blocks - 1, Map.of()));
        }
    }

    private void giveHeld() {
        ContentBlockStart start = held;
        if (start != null) {
            held = null;
            blocks++;
            open = true;
            give(start);
        }
    }

    private void give(StreamEvent event) {
        MessageJoin join = dueJoin;
        if (join != null && !(event instanceof Ping)) {
            dueJoin = null;
            give(new MessageResumed(join, JoinedUsage.of(before, usage)));
        }
        given.accept(event);
        events.accept(event);
    }
}

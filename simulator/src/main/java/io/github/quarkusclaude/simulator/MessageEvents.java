package io.github.quarkusclaude.simulator;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A message as the events of a stream, in the order the API sends them; each is made when it is asked for. */
final class MessageEvents implements Iterator<SseEvent> {

    private static final List<String> CUMULATIVE_USAGE = List.of("input_tokens", "cache_creation_input_tokens",
            "cache_read_input_tokens", "output_tokens", "output_tokens_details", "server_tool_use", "iterations",
            "fallback_credit");
    private static final List<String> ENDING = List.of("stop_reason", "stop_sequence", "stop_details", "container");

    private final Answer answer;
    private final Json json;
    private final Iterator<AnswerBlock> blocks;
    private final Queue<SseEvent> ready = new ArrayDeque<>();
    private Iterator<ObjectNode> deltas = Collections.emptyIterator();
    private int index = -1;
    private boolean blockOpen;
    private boolean over;

    MessageEvents(Answer answer, Json json) {
        this.answer = answer;
        this.json = json;
        this.blocks = answer.blocks().iterator();
        emit(event("message_start").set("message", start()));
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || !over;
    }

    @Override
    public SseEvent next() {
        if (ready.isEmpty()) {
            advance();
        }
        return ready.remove();
    }

    private void advance() {
        if (deltas.hasNext()) {
            emit(blockEvent(SseEvent.DELTA).set("delta", deltas.next()));
        } else if (blockOpen) {
            emit(blockEvent("content_block_stop"));
            blockOpen = false;
        } else if (blocks.hasNext()) {
            open(blocks.next());
        } else if (!over) {
            emit(ending());
            emit(event(SseEvent.END));
            over = true;
        } else {
            throw new NoSuchElementException();
        }
    }

    private void open(AnswerBlock block) {
        index++;
        blockOpen = true;
        deltas = block.deltas();
        emit(blockEvent("content_block_start").set("content_block", block.opening()));
        if (index == 0) {
            emit(event("ping"));
        }
    }

    private ObjectNode start() {
        ObjectNode start = answer.message().deepCopy();
        start.putNull("stop_reason");
        start.putNull("stop_sequence");
        if (start.has("stop_details")) {
            start.putNull("stop_details");
        }
        if (start.has("container")) {
            start.putNull("container");
        }
        start.remove("context_management");
        answer.blocks().stream().map(AnswerBlock::opening)
                .filter(block -> block.path("type").asText().equals("fallback"))
                .findFirst()
                .ifPresent(fallback -> start.put("model", fallback.at("/from/model").asText()));
        if (start.path("usage") instanceof ObjectNode usage) {
            usage.put("output_tokens", Math.min(1, answer.outputTokens()));
            usage.remove(List.of("output_tokens_details", "server_tool_use", "iterations", "fallback_credit"));
        }
        return start;
    }

    private ObjectNode ending() {
        ObjectNode event = event("message_delta");
        ObjectNode delta = event.putObject("delta");
        ENDING.stream().filter(answer.message()::has).forEach(name -> delta.set(name, answer.message().get(name)));
        if (answer.message().has("context_management")) {
            event.set("context_management", answer.message().get("context_management"));
        }
        ObjectNode usage = event.putObject("usage");
        CUMULATIVE_USAGE.stream()
                .filter(answer.message().path("usage")::has)
                .forEach(name -> usage.set(name, answer.message().path("usage").get(name)));
        return event;
    }

    private ObjectNode blockEvent(String type) {
        return event(type).put("index", index);
    }

    private static ObjectNode event(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private void emit(ObjectNode event) {
        ready.add(new SseEvent(event.path("type").textValue(), json.bytes(event)));
    }
}

package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Conversations that are kept for a while, so that only what is new needs to be sent. */
final class ThreadStore {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Shape CREATE = new Shape().needs("type", Located::text);
    private static final Shape CONTINUE = new Shape().needs("type", Located::text)
            .needs("previous_message_id", Located::filledText);

    /** @param messages all that was said so far, the answer included */
    private record Said(ArrayNode messages, Instant until) {
    }

    private final Clock clock;
    private final Map<String, Said> threads = new HashMap<>();
    private final Map<String, Instant> continued = new HashMap<>();

    ThreadStore(Clock clock) {
        this.clock = clock;
    }

    /**
     * The request with all that was said before.
     *
     * @throws ApiException if the thread to be continued is not there, or was continued already
     */
    synchronized ObjectNode whole(ObjectNode body, Caller caller) {
        Located thread = new Located("thread", body.path("thread"));
        if (!thread.isPresent() || !caller.uses(Beta.THREADS)) {
            return body;
        }
        if (thread.object().field("type").oneOf(List.of("create", "continue")).equals("create")) {
            CREATE.accept(thread);
            return body;
        }
        CONTINUE.accept(thread);
        forgetOld();
        String id = thread.field("previous_message_id").text();
        if (continued.containsKey(id)) {
            throw thread.reject("message " + id + " was continued already", "thread_already_continued");
        }
        Said said = threads.get(id);
        if (said == null) {
            throw new ApiException(ErrorType.NOT_FOUND.error("thread: there is no message " + id).coded("thread_not_found"));
        }
        ObjectNode whole = body.deepCopy();
        ArrayNode messages = said.messages().deepCopy();
        new Located("messages", body.path("messages")).items().forEach(message -> messages.add(message.node()));
        whole.set("messages", messages);
        return whole;
    }

    /** Keeps a conversation together with its answer, if the request asks for that. */
    synchronized void keep(MessagesRequest request, Answer answer) {
        if (!request.root().has("thread")) {
            return;
        }
        Instant until = clock.instant().plus(KEPT);
        String previous = request.body().at("/thread/previous_message_id").asText("");
        if (threads.remove(previous) != null) {
            continued.put(previous, until);
        }
        ArrayNode messages = request.body().withArray("messages").deepCopy();
        messages.addObject().put("role", "assistant").set("content", answer.toJson().path("content"));
        threads.put(answer.message().path("id").asText(), new Said(messages, until));
    }

    synchronized void clear() {
        threads.clear();
        continued.clear();
    }

    private void forgetOld() {
        Instant now = clock.instant();
        threads.values().removeIf(said -> !now.isBefore(said.until()));
        continued.values().removeIf(until -> !now.isBefore(until));
    }
}

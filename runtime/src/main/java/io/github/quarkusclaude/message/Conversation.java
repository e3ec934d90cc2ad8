package io.github.quarkusclaude.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A conversation with the model, turn by turn. Immutable: each method gives a new one, so that a conversation can be
 * continued in several ways from any of its turns.
 *
 * <pre>
 * Conversation conversation = Conversation.START.user("What is 6 * 7?");
 * conversation = conversation.add(claude.generate(conversation.toRequest()));
 * conversation = conversation.user("And times two?");
 * </pre>
 *
 * Answers go back as they came, with two exceptions. Thinking belongs to the model that thought: if the request goes to
 * another model, the thinking of finished turns is left out. As long as the model waits for results of tools, its thinking
 * stays here, since the API wants it unchanged there; change the model when the turn is finished, or a client leaves it out
 * when it sends the request. And a {@link CompactionBlock}
 * takes the place of everything before it.
 *
 * @param system instructions that stand before the conversation; those of the request or the configuration if absent
 * @param turns what was said, oldest first
 */
public record Conversation(@Nullable Content system, List<ConversationTurn> turns) {

    /** Nothing has been said. */
    public static final Conversation START = new Conversation(null, List.of());

    public Conversation {
        turns = List.copyOf(turns);
    }

    /** This conversation under other instructions. */
    public Conversation system(@Nullable String system) {
        return new Conversation(system == null ? null : Content.of(system), turns);
    }

    /** This conversation under other instructions, as blocks. */
    public Conversation system(Content system) {
        return new Conversation(system, turns);
    }

    /** The user says a text. */
    public Conversation user(String text) {
        return add(InputMessage.user(text));
    }

    /** The user says and shows something. */
    public Conversation user(ContentBlock... blocks) {
        return add(InputMessage.user(Arrays.asList(blocks)));
    }

    /** Any other turn, for example {@link InputMessage#system(String)}. */
    public Conversation add(InputMessage message) {
        return with(new ConversationTurn(message, null));
    }

    /** The model answered. An answer without content, as a refusal may be, leaves no turn. */
    public Conversation add(Message answer) {
        return answer.content().isEmpty() ? this : with(ConversationTurn.of(answer));
    }

    /** The tools that the last answer asked for, as long as their results are missing. */
    public List<ToolUseBlock> openToolUses() {
        if (turns.isEmpty()) {
            return List.of();
        }
        List<ToolUseBlock> open = new ArrayList<>();
        for (ContentBlock block : turns.get(turns.size() - 1).message().content().blocks()) {
            if (block instanceof ToolUseBlock toolUse) {
                open.add(toolUse);
            }
        }
        return List.copyOf(open);
    }

    /**
     * The results of the tools that the last answer asked for, in any order.
     *
     * @throws IllegalArgumentException if a result is missing, or belongs to no tool use of the last answer
     */
    public Conversation results(List<ToolResultBlock> results) {
        Map<String, ToolResultBlock> byId = new HashMap<>();
        for (ToolResultBlock result : results) {
            if (byId.put(String.valueOf(result.toolUseId()), result) != null) {
                throw new IllegalArgumentException("There are two results for tool use " + result.toolUseId());
            }
        }
        List<ToolResultBlock> inOrder = new ArrayList<>();
        for (ToolUseBlock toolUse : openToolUses()) {
            ToolResultBlock result = byId.remove(String.valueOf(toolUse.id()));
            if (result == null) {
                throw new IllegalArgumentException("There is no result for tool use " + toolUse.id() + " (" + toolUse.name()
                        + "). Give a result for each of openToolUses(), all in one call");
            }
            inOrder.add(result);
        }
        if (!byId.isEmpty()) {
            throw new IllegalArgumentException("The last answer has no tool use " + String.join(", ", byId.keySet()));
        }
        return inOrder.isEmpty() ? this : add(InputMessage.user(inOrder));
    }

    /** The results of the tools that the last answer asked for; see {@link #results(List)}. */
    public Conversation results(ToolResultBlock... results) {
        return results(Arrays.asList(results));
    }

    /** A request to go on with the model of the configuration, taken to be the one that answered last. */
    public MessageRequest toRequest() {
        return applyTo(MessageRequest.builder()).build();
    }

    /** A request to go on with a model. */
    public MessageRequest toRequest(String model) {
        return applyTo(MessageRequest.builder().model(model)).build();
    }

    /**
     * Puts this conversation into a request, in place of the messages there. A model must be set before.
     *
     * @return {@code request}
     */
    public MessageRequestBuilder applyTo(MessageRequestBuilder request) {
        if (system != null) {
            request.system(system);
        }
        return request.messages(messagesFor(request.model()));
    }

    /**
     * The messages of a request to a model.
     *
     * @param model the model's id; taken to be the one that answered last if absent
     */
    public List<InputMessage> messagesFor(@Nullable String model) {
        String next = model == null ? lastModel() : model;
        int open = beginOfOpenTurn();
        List<InputMessage> messages = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            InputMessage message = turns.get(i).message();
            InputMessage summary = ConversationTurn.fromCompaction(message);
            if (summary != null) {
                messages.clear();
            }
            InputMessage sent = i >= open || next == null ? turns.get(i).message() : turns.get(i).forModel(next);
            sent = summary == null ? sent : ConversationTurn.fromCompaction(sent);
            if (sent != null && !isEmpty(sent.content())) {
                messages.add(sent);
            }
        }
        return List.copyOf(messages);
    }

    private static boolean isEmpty(Content content) {
        return content instanceof Content.Blocks list && list.blocks().isEmpty();
    }

    private @Nullable String lastModel() {
        for (int i = turns.size() - 1; i >= 0; i--) {
            String model = turns.get(i).model();
            if (model != null) {
                return model;
            }
        }
        return null;
    }

    /** Where the turn begins that the model has not finished: behind what the user said last, results of tools aside. */
    private int beginOfOpenTurn() {
        int begin = turns.size();
        while (begin > 0 && !turns.get(begin - 1).isFromUser()) {
            begin--;
        }
        return begin;
    }

    private Conversation with(ConversationTurn turn) {
        List<ConversationTurn> all = new ArrayList<>(turns);
        all.add(turn);
        return new Conversation(system, all);
    }

    /** A summary, without what was said. */
    @Override
    public String toString() {
        return "Conversation[turns=" + turns.size() + "]";
    }
}

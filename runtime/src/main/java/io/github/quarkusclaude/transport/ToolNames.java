package io.github.quarkusclaude.transport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.stream.ContentBlockStart;
import io.github.quarkusclaude.stream.MessageStart;
import io.github.quarkusclaude.stream.StreamEvent;

/**
 * The names the tools of one request have for the application, and those they have for the API: the same, or with
 * {@code mcp_} before them as subscription credentials need it. Each name is renamed to exactly one other, so that what
 * comes back is exactly what the application knows.
 */
final class ToolNames {

    /** Every tool has the same name here and there. */
    static final ToolNames UNCHANGED = new ToolNames(Map.of());

    static final String PREFIX = "mcp_";

    /** The longest name the API takes, in characters. */
    static final int LONGEST = 128;

    private final Map<String, String> sent;
    private final Map<String, String> known = new HashMap<>();

    private ToolNames(Map<String, String> sent) {
        this.sent = sent;
        sent.forEach((name, wire) -> known.put(wire, name));
    }

    /**
     * Puts {@code mcp_} before the name of each own tool of a request, unless it is there already. Tools of the API keep
     * their names.
     *
     * @throws InvalidRequestException if a name becomes too long for the API
     */
    static ToolNames prefixed(MessageRequest request) {
        Set<String> names = new LinkedHashSet<>();
        new ToolRenaming(name -> {
            names.add(name);
            return name;
        }).in(request);
        names.removeAll(fixed(request));
        Set<String> taken = new HashSet<>(names);
        taken.removeIf(name -> !name.startsWith(PREFIX));
        Map<String, String> table = new HashMap<>();
        List<String> tooLong = new ArrayList<>();
        for (String name : names) {
            String wire = name;
            while (!wire.startsWith(PREFIX) || !wire.equals(name) && taken.contains(wire)) {
                wire = PREFIX + wire;
            }
            taken.add(wire);
            table.put(name, wire);
            if (wire.length() > LONGEST) {
                tooLong.add(name);
            }
        }
        if (!tooLong.isEmpty()) {
            throw new InvalidRequestException(ErrorDetails.of("The names of these tools are too long: "
                    + String.join(", ", tooLong) + ". The API takes " + LONGEST + " characters, and with this credential "
                    + PREFIX + " is put before them"), null);
        }
        return new ToolNames(table);
    }

    /** The names of tools the API defines. */
    private static Set<String> fixed(MessageRequest request) {
        Set<String> fixed = new HashSet<>();
        for (Tool tool : request.tools() == null ? List.<Tool> of() : request.tools()) {
            if (!ToolRenaming.isOwn(tool) && tool.name() != null) {
                fixed.add(tool.name());
            }
        }
        return fixed;
    }

    /** The request as the API gets it. */
    MessageRequest send(MessageRequest request) {
        return sent.isEmpty() ? request : new ToolRenaming(name -> sent.getOrDefault(name, name)).in(request);
    }

    /** The answer as the application gets it. */
    Message receive(Message answer) {
        return known.isEmpty() ? answer : answer.withContent(receiving().in(answer.content()));
    }

    /** The event as the application gets it. */
    StreamEvent receive(StreamEvent event) {
        if (known.isEmpty()) {
            return event;
        }
        if (event instanceof ContentBlockStart start && start.contentBlock() != null) {
            return new ContentBlockStart(start.index(), receiving().in(start.contentBlock()), start.additionalFields());
        }
        return event instanceof MessageStart start && start.message() != null
                ? new MessageStart(receive(start.message()), start.additionalFields())
                : event;
    }

    private ToolRenaming receiving() {
        return new ToolRenaming(name -> known.getOrDefault(name, name));
    }
}

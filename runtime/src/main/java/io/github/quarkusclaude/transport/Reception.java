package io.github.quarkusclaude.transport;

import io.github.quarkusclaude.catalog.rules.PreparedRequest;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.ModelChoice;
import io.github.quarkusclaude.stream.MessageStart;
import io.github.quarkusclaude.stream.StreamEvent;

/**
 * What is done with the answer to a request before the application gets it.
 *
 * @param names the names of the tools of the request
 * @param choice the model of the request and the one that was asked
 */
record Reception(ToolNames names, ModelChoice choice) {

    static Reception of(PreparedRequest request, ToolNames names) {
        return new Reception(names, request.choice());
    }

    Message of(Message answer) {
        return names.receive(answer).withModelChoice(choice);
    }

    StreamEvent of(StreamEvent event) {
        StreamEvent received = names.receive(event);
        return received instanceof MessageStart start && start.message() != null
                ? new MessageStart(start.message().withModelChoice(choice), start.additionalFields())
                : received;
    }
}

package io.github.quarkusclaude.service.cli;

import java.util.Iterator;

import jakarta.inject.Singleton;

import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.stream.MessageStream;
import io.github.quarkusclaude.stream.StreamEvent;

/** Asks and prints the answer. */
@Singleton
class Answer {

    private final Connection connection;
    private final Terminal terminal;

    Answer(Connection connection, Terminal terminal) {
        this.connection = connection;
        this.terminal = terminal;
    }

    void printWhole(MessageRequest request, OutputFormat format) {
        var message = connection.client().generate(request);
        terminal.println(format == OutputFormat.json ? message.toJson() : message.text());
    }

    void printAsItArrives(MessageRequest request, OutputFormat format) {
        try (MessageStream stream = connection.client().stream(request)) {
            switch (format) {
                case text -> printText(stream);
                case json -> terminal.println(stream.finalMessage().toJson());
                case events -> printEvents(stream);
            }
        }
    }

    private void printText(MessageStream stream) {
        try {
            Iterator<String> text = stream.text().iterator();
            // looked at first: whoever has left is not to be waited for
            while (!terminal.isOutputGone() && text.hasNext()) {
                terminal.print(text.next());
            }
        } finally {
            // also behind an answer that breaks off, so that the error does not stand on its last line
            if (stream.partialMessage().isPresent()) {
                terminal.println("");
            }
        }
    }

    private void printEvents(MessageStream stream) {
        Iterator<StreamEvent> events = stream.iterator();
        while (!terminal.isOutputGone() && events.hasNext()) {
            terminal.println(events.next().toJson());
        }
    }
}

package io.github.quarkusclaude.service.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stream}: asks and prints the answer as it is written. */
@Command(name = "stream", description = "Asks and prints the answer as it is written.", mixinStandardHelpOptions = true, versionProvider = Version.class)
class StreamCommand implements Runnable {

    private final Answer answer;

    @Mixin
    RequestOptions request;

    @Option(names = "--output", paramLabel = "text|json|events", defaultValue = "text", description = "The text of the answer (the default), the message as JSON, or the events of the stream, one JSON object a line.")
    OutputFormat output;

    StreamCommand(Answer answer) {
        this.answer = answer;
    }

    @Override
    public void run() {
        answer.printAsItArrives(request.request(), output);
    }
}

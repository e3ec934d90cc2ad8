package io.github.quarkusclaude.service.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code generate}: asks and prints the answer. */
@Command(name = "generate", description = "Asks and prints the answer.", mixinStandardHelpOptions = true, versionProvider = Version.class)
class GenerateCommand implements Runnable {

    private final Answer answer;

    @Mixin
    RequestOptions request;

    @Option(names = "--stream", description = "Print the answer as it is written.")
    boolean stream;

    @Option(names = "--output", paramLabel = "text|json|events", defaultValue = "text", description = "The text of the answer (the default), the message as JSON, or the events of the stream, one JSON object a line.")
    OutputFormat output;

    GenerateCommand(Answer answer) {
        this.answer = answer;
    }

    @Override
    public void run() {
        if (stream || output == OutputFormat.events) {
            answer.printAsItArrives(request.request(), output);
        } else {
            answer.printWhole(request.request(), output);
        }
    }
}

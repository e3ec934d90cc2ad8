package io.github.quarkusclaude.service.cli;

import io.github.quarkusclaude.message.TokenCount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code count-tokens}: counts the tokens of a request. */
@Command(name = "count-tokens", description = "Counts the tokens of a prompt or request. Costs nothing.", mixinStandardHelpOptions = true, versionProvider = Version.class)
class CountTokensCommand implements Runnable {

    private final Connection connection;
    private final Terminal terminal;

    @Mixin
    RequestOptions request;

    @Option(names = { "--format",
            "--output" }, paramLabel = "text|json", defaultValue = "text", description = "The number alone (the default), or as JSON.")
    ListFormat format;

    CountTokensCommand(Connection connection, Terminal terminal) {
        this.connection = connection;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        TokenCount count = connection.client().countTokens(request.request());
        terminal.println(format == ListFormat.json ? count.toJson() : Integer.toString(count.inputTokens()));
    }
}

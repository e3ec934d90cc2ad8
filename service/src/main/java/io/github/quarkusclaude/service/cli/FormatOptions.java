package io.github.quarkusclaude.service.cli;

import picocli.CommandLine.Option;

/** How to print facts. */
class FormatOptions {

    @Option(names = { "--format",
            "--output" }, paramLabel = "text|json", defaultValue = "text", description = "For people (the default) or for programs, with the names of the API.")
    ListFormat format;

    boolean isJson() {
        return format == ListFormat.json;
    }
}

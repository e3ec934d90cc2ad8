package io.github.quarkusclaude.service.cli;

import picocli.CommandLine.Option;

/** How to print models, and whose. */
class ModelDetailOptions {

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "For people (the default) or for programs.")
    ListFormat format;

    @Option(names = "--remote", description = "Ask the API instead of the catalogue.")
    boolean remote;
}

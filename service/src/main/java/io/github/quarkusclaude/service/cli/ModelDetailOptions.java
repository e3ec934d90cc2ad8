package io.github.quarkusclaude.service.cli;

import picocli.CommandLine.Option;

/** How to print models, and whose they are. */
class ModelDetailOptions extends FormatOptions {

    @Option(names = "--remote", description = "Ask the API instead of the catalogue.")
    boolean remote;
}

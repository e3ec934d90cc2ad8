package io.github.quarkusclaude.service.cli;

import picocli.CommandLine.Parameters;

/** Whose login, and how to print it. */
class AuthOptions extends FormatOptions {

    @Parameters(arity = "0..1", paramLabel = "PROVIDER", defaultValue = "anthropic", description = "Where: anthropic, the only one there is.")
    LoginProvider loginProvider;
}

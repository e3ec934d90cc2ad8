package io.github.quarkusclaude.service.cli;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line. */
@TopCommand
@Command(name = "quarkus-claude", description = "Asks Claude.", mixinStandardHelpOptions = true, versionProvider = Version.class, subcommands = {
        GenerateCommand.class, StreamCommand.class, ModelsCommand.class,
        CountTokensCommand.class, BatchCommand.class,
        FilesCommand.class,
        AuthCommand.class }, synopsisSubcommandLabel = "COMMAND", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:ok", "1:API or network error", "2:wrong usage or configuration", "3:authentication", "4:rate limit",
                "130:interrupted" }, footerHeading = "%nEnvironment:%n", footer = {
                        "  ANTHROPIC_API_KEY   the API key", "  ANTHROPIC_BASE_URL  another server than Anthropic's",
                        "  ANTHROPIC_MODEL     the model to use unless --model is given",
                        "  BROWSER             the command that opens pages to sign in" })
class ClaudeCommand {

    @Mixin
    GlobalOptions globalOptions;

    @Mixin
    CredentialOptions credentialOptions;
}

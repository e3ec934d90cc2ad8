package io.github.quarkusclaude.service.cli;

import java.io.PrintWriter;

import jakarta.inject.Singleton;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the arguments, and where help is; a page of help would push the line off the screen. */
@Singleton
class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("Error: " + failure.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
            if (arguments.length == 0) {
                // the commands are what is looked for
                command.usage(err);
            } else {
                err.println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
            }
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}

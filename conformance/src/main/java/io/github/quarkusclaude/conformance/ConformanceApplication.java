package io.github.quarkusclaude.conformance;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/** The command line if there are arguments; without any, the public API over HTTP until the process is ended. */
@QuarkusMain
public class ConformanceApplication implements QuarkusApplication {

    private final CommandLine commandLine;

    public ConformanceApplication(CommandLine commandLine) {
        this.commandLine = commandLine;
    }

    @Override
    public int run(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.waitForExit();
            return 0;
        }
        try {
            return commandLine.execute(arguments);
        } finally {
            commandLine.getOut().flush();
            commandLine.getErr().flush();
        }
    }
}

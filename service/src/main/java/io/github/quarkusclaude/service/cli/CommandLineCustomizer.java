package io.github.quarkusclaude.service.cli;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import io.github.quarkusclaude.message.ThinkingLevel;
import io.github.quarkusclaude.message.Unsupported;
import io.quarkus.picocli.runtime.PicocliCommandLineFactory;
import picocli.CommandLine;

/** Adds to Quarkus' command line what it cannot know. */
@ApplicationScoped
class CommandLineCustomizer {

    @Produces
    CommandLine commandLine(PicocliCommandLineFactory factory, ExitCodes exitCodes, UsageErrors usageErrors) {
        return factory.create().setExecutionExceptionHandler(exitCodes)
                .setParameterExceptionHandler(usageErrors).setUsageHelpAutoWidth(true)
                .registerConverter(ThinkingLevel.class, new LowerCaseEnum<>(ThinkingLevel.class))
                .registerConverter(Unsupported.class, new LowerCaseEnum<>(Unsupported.class))
                .registerConverter(Provider.class, new NamedChoice<>("provider", Provider.class))
                .registerConverter(LoginProvider.class, new NamedChoice<>("provider", LoginProvider.class))
                .registerConverter(LoginMethod.class, new NamedChoice<>("method", LoginMethod.class));
    }
}

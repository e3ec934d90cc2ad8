package io.github.quarkusclaude.service.cli;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.transport.BaseUrl;
import io.quarkus.arc.Unremovable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of every command. */
@Singleton
@Unremovable
class GlobalOptions {

    @Nullable
    @Option(names = "--base-url", paramLabel = "URL", scope = ScopeType.INHERIT, converter = BaseUrlConverter.class, description = "Another server that speaks the Claude API.")
    BaseUrl baseUrl;

    @Option(names = "--simulate", scope = ScopeType.INHERIT, description = "Let the built-in simulator answer instead of Claude.")
    boolean simulate;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show stack traces of errors.")
    boolean verbose;
}

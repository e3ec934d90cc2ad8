package io.github.quarkusclaude.service.cli;

/** Where one can log in. */
enum LoginProvider {
    ANTHROPIC
}

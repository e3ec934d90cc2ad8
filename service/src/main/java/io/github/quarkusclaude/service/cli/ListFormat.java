package io.github.quarkusclaude.service.cli;

/** How facts are printed. */
enum ListFormat {
    /** for people */
    text,
    /** for programs */
    json
}

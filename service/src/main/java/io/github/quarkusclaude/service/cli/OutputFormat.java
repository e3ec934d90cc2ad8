package io.github.quarkusclaude.service.cli;

/** What of an answer is printed. */
enum OutputFormat {
    /** its text */
    text,
    /** the message as one JSON object */
    json,
    /** each event of the stream as one JSON object a line */
    events
}

package io.github.quarkusclaude.tool;

/**
 * Where a tool runs.
 */
public enum ToolThread {

    /** On a worker thread: it may block. */
    WORKER,

    /** On a virtual thread, or a worker thread if the JDK has none: it may block. */
    VIRTUAL,

    /** On whatever thread the run is at, usually an event loop: it must not block. */
    EVENT_LOOP
}

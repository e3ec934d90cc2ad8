package io.github.quarkusclaude.simulator;

import java.time.Duration;
import java.util.List;

/** Given bytes, in given chunks. */
record BytesScript(int status, String contentType, List<byte[]> chunks, Duration pause) implements ScriptedAnswer {

    static final String EVENT_STREAM = "text/event-stream; charset=utf-8";
}

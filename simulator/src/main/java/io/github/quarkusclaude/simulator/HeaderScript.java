package io.github.quarkusclaude.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** Another answer with more headers. */
record HeaderScript(ScriptedAnswer answer, Map<String, String> headers) implements ScriptedAnswer {

    /** The answer without the headers around it. */
    static ScriptedAnswer bare(ScriptedAnswer script) {
        return script instanceof HeaderScript more ? bare(more.answer()) : script;
    }

    /** All headers around an answer; of two with the same name the one added last. */
    static Map<String, String> headers(ScriptedAnswer script) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (script instanceof HeaderScript more) {
            headers.putAll(headers(more.answer()));
            headers.putAll(more.headers());
        }
        return headers;
    }
}

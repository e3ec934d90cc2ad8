package io.github.quarkusclaude.message;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A family of tools that the model knows by heart and the application runs: a computer's screen, mouse and keyboard, or a
 * browser. Calls arrive as {@link ToolUseBlock}s with the name of the member and a {@code toolsetName}, which the result must
 * repeat: {@link ToolResultBlock#of(ToolUseBlock, Content)} does. Not thread safe.
 */
public final class Toolset {

    private final Map<String, ToolConfig> configs = new LinkedHashMap<>();
    private final String type;

    private Toolset(String type) {
        this.type = type;
    }

    /** Screen, mouse and keyboard: {@code screenshot}, {@code left_click}, {@code type} and so on. */
    public static Toolset computer() {
        return new Toolset("computer_toolset_20260801");
    }

    /** A browser: {@code navigate}, {@code read_page}, {@code find}, {@code left_click} and so on. */
    public static Toolset browser() {
        return new Toolset("browser_toolset_20260801");
    }

    /** What holds for one member; the API refuses names it does not know. */
    public Toolset configure(String member, ToolConfig config) {
        configs.put(member, config);
        return this;
    }

    /** The tool. */
    public Tool build() {
        Tool tool = Tool.known(type, null);
        return configs.isEmpty() ? tool : tool.with("configs", configs);
    }
}

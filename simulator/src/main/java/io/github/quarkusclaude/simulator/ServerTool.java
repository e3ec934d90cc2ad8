package io.github.quarkusclaude.simulator;

import java.util.List;

/** Carries out the calls of one kind of server tool. Nothing happens outside; what comes back is made up and says so. */
interface ServerTool {

    /** Whether it is for tools of this type, for example {@code web_search_20260318}. */
    boolean carriesOut(String type);

    /** The calls the prompt asks for, or one if the request forces it. */
    List<ServerToolUse> use(ServerToolCall call, boolean forced);
}

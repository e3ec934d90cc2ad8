package io.github.quarkusclaude.catalog.rules;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.CacheControl;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Tool;

/**
 * A prompt cache breakpoint.
 *
 * @param path where it is
 * @param control how long it lives
 * @param block the block that carries it; absent on tools and on the request itself
 */
record CacheBreakpoint(String path, CacheControl control, @Nullable ContentBlock block) {

    /** All breakpoints in the order of the prompt: tools, system, messages, the request itself. */
    static List<CacheBreakpoint> of(MessageRequest request, List<PlacedBlock> blocks) {
        List<CacheBreakpoint> found = new ArrayList<>();
        List<Tool> tools = request.tools() == null ? List.of() : request.tools();
        for (int i = 0; i < tools.size(); i++) {
            if (tools.get(i).cacheControl() != null) {
                found.add(new CacheBreakpoint("tools." + i, tools.get(i).cacheControl(), null));
            }
        }
        List<ContentBlock> system = request.system() == null ? List.of() : request.system().blocks();
        for (int i = 0; i < system.size(); i++) {
            add("system." + i, system.get(i), found);
        }
        for (PlacedBlock placed : blocks) {
            if (CacheControls.of(placed.block()) != null) {
                add(placed.path(), placed.block(), found);
            }
        }
        if (request.cacheControl() != null) {
            found.add(new CacheBreakpoint("cache_control", request.cacheControl(), null));
        }
        return found;
    }

    boolean isLong() {
        return "1h".equals(control.ttl());
    }

    private static void add(String path, ContentBlock block, List<CacheBreakpoint> found) {
        CacheControl control = CacheControls.of(block);
        if (control != null) {
            found.add(new CacheBreakpoint(path, control, block));
        }
    }
}

package io.github.quarkusclaude.simulator;

import java.util.Optional;
import java.util.stream.Collectors;

/** The results of tools, told in words. */
final class ToolResultRule implements AnswerRule {

    @Override
    public Optional<Reply> reply(Prompt prompt) {
        if (prompt.toolResults().isEmpty()) {
            return Optional.empty();
        }
        String results = prompt.toolResults().stream().map(ToolResultRule::tell).collect(Collectors.joining(" "));
        return Optional.of(Reply.free(results + " A real model would now use this to answer “" + prompt.quote() + "”."));
    }

    private static String tell(ToolResult result) {
        String said = result.text().isBlank() ? "nothing" : result.text();
        return result.failed()
                ? "The tool " + result.tool() + " failed: " + said
                : "The tool " + result.tool() + " returned: " + said;
    }
}

package io.github.quarkusclaude.simulator;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** "Answer as JSON", in the prompt or the system prompt: an object, since no schema tells more. */
final class JsonRule implements AnswerRule {

    private static final Pattern ORDER = Pattern.compile(
            "\\b(?:as|in|with|valid|only|return|output)\\s+(?:a |an |the )?(?:valid |raw |pure )?json\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<Reply> reply(Prompt prompt) {
        if (!ORDER.matcher(prompt.text()).find() && !ORDER.matcher(prompt.system()).find()) {
            return Optional.empty();
        }
        return Optional.of(Reply.exact(JsonNodeFactory.instance.objectNode()
                .put("simulated", true)
                .put("prompt", prompt.quote())
                .put("answer", ReflectiveReply.to(prompt).prose().text())
                .toString()));
    }
}

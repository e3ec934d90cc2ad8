package io.github.quarkusclaude.catalog.rules;

import java.util.Map;

import io.github.quarkusclaude.json.RawJson;

/**
 * What the client fills in is not there in another form: the default would silently take the place of a value that was meant,
 * such as {@code "max_tokens": "1000"}.
 */
final class ReplacedFieldsCheck implements RequestCheck {

    private static final Map<String, String> KINDS = Map.of("model", "a text", "max_tokens", "a whole number",
            "system", "a text or a list of blocks");

    @Override
    public void check(RuleContext context) {
        context.asked().additionalFields().forEach((name, value) -> {
            if (KINDS.containsKey(name) && !value.equals(RawJson.NULL)) {
                context.problem(name + " is not " + KINDS.get(name));
            }
        });
    }
}

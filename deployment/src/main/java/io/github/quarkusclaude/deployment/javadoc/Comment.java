package io.github.quarkusclaude.deployment.javadoc;

import java.util.Map;

/**
 * A comment as plain text. Texts that are not there are empty.
 *
 * @param text all before the first block tag
 * @param parameters what is said about parameters or record components, by name
 * @param returned what is said about the result
 */
record Comment(String text, Map<String, String> parameters, String returned) {

    /** Stands in a text for that of the overridden method; no text has it otherwise. */
    static final String INHERITED = "\uE000";

    static final Comment NONE = new Comment("", Map.of(), "");

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** What a method does; getters often say only what they return. */
    String textOrReturned() {
        return text.isEmpty() ? returned : text;
    }
}

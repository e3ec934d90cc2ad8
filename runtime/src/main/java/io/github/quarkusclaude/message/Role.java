package io.github.quarkusclaude.message;

/**
 * Who speaks in a conversation.
 *
 * @param value the API's word
 */
public record Role(String value) {

    public static final Role USER = new Role("user");
    public static final Role ASSISTANT = new Role("assistant");
    /** Instructions within a conversation; not every model accepts them. */
    public static final Role SYSTEM = new Role("system");

    @Override
    public String toString() {
        return value;
    }
}

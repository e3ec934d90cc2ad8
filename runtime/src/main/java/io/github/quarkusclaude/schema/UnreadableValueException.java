package io.github.quarkusclaude.schema;

/**
 * JSON does not fit a Java type. Says where, but not what was there.
 */
public class UnreadableValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnreadableValueException(String message) {
        super(message);
    }

    static UnreadableValueException at(String path, String type) {
        return new UnreadableValueException("The JSON does not fit " + type + " at " + path);
    }
}

package io.github.quarkusclaude.schema;

import java.util.List;

/**
 * The API cannot make a model follow a schema, or no schema can be made of a Java type. Says everything that is wrong, and
 * what to change.
 */
public class InvalidSchemaException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    InvalidSchemaException(String subject, List<String> problems) {
        super(describe(subject, problems));
        this.problems = List.copyOf(problems);
    }

    private static String describe(String subject, List<String> problems) {
        StringBuilder message = new StringBuilder(subject).append(" cannot be used for structured output:");
        for (String problem : problems) {
            message.append(System.lineSeparator()).append("- ").append(problem);
        }
        return message.toString();
    }

    /** What is wrong: where, as a JSON path, and what to change. */
    public List<String> problems() {
        return problems;
    }
}

package io.github.quarkusclaude.schema;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Checks all schemas of a request that the API makes the model follow. Some limits hold for all of them together. There is
 * one more, on the size of what the API makes of the schemas, which only the API knows.
 */
public final class StrictSchemas {

    private static final int MOST_TOOLS = 20;
    private static final int MOST_OPTIONAL = 24;
    private static final int MOST_UNIONS = 16;

    private final SchemaProblems problems = new SchemaProblems();
    private int tools;
    private int optional;
    private int unions;

    /** Adds the schema of a strict tool. */
    public void addTool(String path, JsonNode schema) {
        tools++;
        add(path, schema);
    }

    /** Adds a schema. */
    public void add(String path, JsonNode schema) {
        SubsetCheck check = new SubsetCheck(schema, problems);
        check.check(path);
        optional += check.optional();
        unions += check.unions();
    }

    boolean hasTooManyUnions() {
        return unions > MOST_UNIONS;
    }

    void failIfAny(String subject) {
        List<String> all = problems();
        if (!all.isEmpty()) {
            throw new InvalidSchemaException(subject, all);
        }
    }

    /** Everything that is wrong with the schemas added so far: where, and what to change. */
    public List<String> problems() {
        limit(tools, MOST_TOOLS, "strict tools", "Leave strict away from the tools whose arguments matter least");
        limit(optional, MOST_OPTIONAL, "properties that are not required", "Require more of them");
        limit(unions, MOST_UNIONS, "unions (anyOf, or several types)", "Use fewer alternatives and fewer nullable values");
        return problems.texts();
    }

    private void limit(int count, int most, String what, String change) {
        if (count > most) {
            problems.add("$", "there are " + count + " " + what + ", and the API takes " + most + " in a request. " + change);
        }
    }
}

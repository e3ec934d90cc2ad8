package io.github.quarkusclaude.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The part of JSON Schema that output can be made to follow. One instance checks all schemas of a request, because some
 * limits hold for their sum.
 */
final class StrictSchemas {

    private static final int MOST_TOOLS = 20;
    private static final int MOST_OPTIONAL = 24;
    private static final int MOST_UNIONS = 16;
    private static final List<String> UNSUPPORTED = List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
            "multipleOf", "minLength", "maxLength", "maxItems", "uniqueItems", "contains", "minContains", "maxContains",
            "minProperties", "maxProperties", "patternProperties", "propertyNames", "prefixItems", "not", "if", "then", "else",
            "oneOf", "dependentRequired", "dependentSchemas", "unevaluatedItems", "unevaluatedProperties");
    private static final List<String> TYPES = List.of("object", "array", "string", "number", "integer", "boolean", "null");
    private static final List<String> FORMATS = List.of("date-time", "time", "date", "duration", "email", "hostname", "uri",
            "ipv4", "ipv6", "uuid");
    private static final List<String> UNSUPPORTED_IN_PATTERNS = List.of("(?=", "(?!", "(?<", "\\1", "\\2", "\\k<");

    /** No sum of counts gets larger, however often definitions refer to each other. */
    private static final int MANY = 1_000_000;

    /** What is limited, of a schema with all that it refers to. */
    private record Counts(int optional, int unions) {

        static final Counts NONE = new Counts(0, 0);

        Counts plus(Counts more) {
            return new Counts(Math.min(MANY, optional + more.optional), Math.min(MANY, unions + more.unions));
        }
    }

    private final Map<String, Counts> definitions = new HashMap<>();
    private int tools;
    private Counts counts = Counts.NONE;

    void checkTool(Located tool) {
        if (++tools > MOST_TOOLS) {
            throw tool.reject("too many strict tools; the maximum is " + MOST_TOOLS);
        }
        checkSchema(tool.field("input_schema"));
    }

    void checkSchema(Located schema) {
        definitions.clear();
        visit(schema, schema, new ArrayDeque<>());
        if (counts.optional() > MOST_OPTIONAL) {
            throw schema.reject("too many optional parameters (" + counts.optional() + "); the limit is " + MOST_OPTIONAL);
        }
        if (counts.unions() > MOST_UNIONS) {
            throw schema.reject("too many parameters with union types (" + counts.unions() + "); the limit is " + MOST_UNIONS);
        }
    }

    private void visit(Located schema, Located root, Deque<String> references) {
        schema.object();
        if (schema.has("$ref")) {
            follow(schema.field("$ref"), root, references);
            return;
        }
        checkKeywords(schema);
        if (schema.node().path("type").isArray() || schema.has("anyOf")) {
            counts = counts.plus(new Counts(0, 1));
        }
        if (schema.node().path("type").asText().equals("object") || schema.has("properties")) {
            visitObject(schema, root, references);
        }
        if (schema.has("items")) {
            visit(schema.field("items"), root, references);
        }
        schema.optional("anyOf", parts -> parts.items().forEach(part -> visit(part, root, references)));
        schema.optional("allOf", parts -> parts.items().forEach(part -> {
            if (part.has("$ref")) {
                throw part.field("$ref").reject("references within allOf are not supported");
            }
            visit(part, root, references);
        }));
    }

    private void visitObject(Located schema, Located root, Deque<String> references) {
        JsonNode additional = schema.node().path("additionalProperties");
        if (!additional.isBoolean() || additional.booleanValue()) {
            throw schema.reject("additionalProperties must be false for every object");
        }
        Set<String> required = new HashSet<>();
        schema.node().path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> property : schema.node().path("properties").properties()) {
            if (!required.contains(property.getKey())) {
                counts = counts.plus(new Counts(1, 0));
            }
            visit(schema.field("properties").field(property.getKey()), root, references);
        }
    }

    private void follow(Located reference, Located root, Deque<String> references) {
        String target = reference.text();
        if (!target.startsWith("#")) {
            throw reference.reject("external references are not supported");
        }
        if (references.contains(target)) {
            throw reference.reject("recursive schemas are not supported");
        }
        Counts before = counts;
        Counts known = definitions.get(target);
        if (known == null) {
            Located definition = new Located(reference.path() + "(" + target + ")", root.node().at(target.substring(1)));
            counts = Counts.NONE;
            references.push(target);
            visit(definition, root, references);
            references.pop();
            known = counts;
            // looked at once, because definitions that use others multiply
            definitions.put(target, known);
        }
        counts = before.plus(known);
    }

    private static void checkKeywords(Located schema) {
        for (String keyword : UNSUPPORTED) {
            if (schema.has(keyword)) {
                throw schema.field(keyword).reject("this keyword is not supported");
            }
        }
        schema.optional("type", StrictSchemas::checkType);
        schema.optional("format", format -> format.oneOf(FORMATS));
        schema.optional("enum", values -> values.items().forEach(value -> {
            if (value.node().isContainerNode()) {
                throw value.reject("only strings, numbers, booleans and null are supported");
            }
        }));
        if (schema.node().path("minItems").asInt(0) > 1) {
            throw schema.field("minItems").reject("only 0 and 1 are supported");
        }
        String pattern = schema.node().path("pattern").asText("");
        if (UNSUPPORTED_IN_PATTERNS.stream().anyMatch(pattern::contains)) {
            throw schema.field("pattern").reject("lookaround and back references are not supported");
        }
    }

    private static void checkType(Located type) {
        if (type.node().isArray()) {
            type.items().forEach(each -> each.oneOf(TYPES));
        } else {
            type.oneOf(TYPES);
        }
    }
}

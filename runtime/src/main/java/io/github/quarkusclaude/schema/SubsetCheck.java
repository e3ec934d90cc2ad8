package io.github.quarkusclaude.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Checks one schema against the part of JSON Schema that the API can make a model follow, and counts what is limited.
 */
final class SubsetCheck {

    private static final Set<String> BOUNDS = Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
            "multipleOf", "minLength", "maxLength", "maxItems", "uniqueItems", "minProperties", "maxProperties");
    private static final Set<String> SUPPORTED = Set.of("$schema", "$id", "$comment", "$ref", "$defs", "definitions", "title",
            "description", "examples", "deprecated", "type", "enum", "const", "anyOf", "allOf", "default", "properties",
            "required", "additionalProperties", "items", "minItems", "format", "pattern");
    private static final Set<String> TYPES = Set.of("object", "array", "string", "number", "integer", "boolean", "null");
    private static final Set<String> FORMATS = Set.of("date-time", "time", "date", "duration", "email", "hostname", "uri",
            "ipv4", "ipv6", "uuid");
    private static final Pattern COMPLICATED = Pattern.compile("\\(\\?<?[=!]|(?<!\\\\)(\\\\\\\\)*\\\\([1-9]|k<)");

    private final JsonNode root;
    private final SchemaProblems problems;
    private final Deque<String> followed = new ArrayDeque<>();
    /** What a definition counts for each of its uses. Checked once: definitions of definitions multiply. */
    private final Map<String, Counts> definitions = new HashMap<>();
    private int optional;
    private int unions;

    SubsetCheck(JsonNode root, SchemaProblems problems) {
        this.root = root;
        this.problems = problems;
    }

    int optional() {
        return optional;
    }

    int unions() {
        return unions;
    }

    private record Counts(int optional, int unions) {
    }

    void check(String path) {
        check(root, path);
        int usedOptional = optional;
        int usedUnions = unions;
        for (Map.Entry<String, JsonNode> definition : root.path("$defs").properties()) {
            // what is wrong with those that nothing refers to is told, but they do not count
            if (!definitions.containsKey("#/$defs/" + definition.getKey())) {
                check(definition.getValue(), path + ".$defs." + definition.getKey());
            }
        }
        optional = usedOptional;
        unions = usedUnions;
    }

    private void check(JsonNode schema, String path) {
        if (!schema.isObject()) {
            problems.add(path,
                    "a schema must be a JSON object, and says what the value is, for instance {\"type\": \"string\"}");
            return;
        }
        if (schema.has("$ref")) {
            follow(schema.get("$ref").asText(), path);
            return;
        }
        keywords(schema, path);
        types(schema, path);
        values(schema, path);
        if (schema.path("type").isArray() || schema.has("anyOf")) {
            unions++;
        }
        if (schema.has("properties") || mentions(schema.path("type"), "object")) {
            object(schema, path);
        }
        if (schema.has("items")) {
            check(schema.get("items"), path + "[*]");
        }
        combinations(schema, path);
    }

    private void keywords(JsonNode schema, String path) {
        for (Iterator<String> names = schema.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (BOUNDS.contains(name)) {
                problems.add(path,
                        "\"" + name + "\" is not supported. Remove it, say it in the description, and check the value"
                                + " when it is there");
            } else if (name.equals("oneOf")) {
                problems.add(path, "\"oneOf\" is not supported. Use \"anyOf\"");
            } else if (!SUPPORTED.contains(name)) {
                problems.add(path, "\"" + name + "\" is not supported. Remove it");
            }
        }
        if (schema.path("minItems").asInt(0) > 1) {
            problems.add(path, "\"minItems\" can only be 0 or 1. Say it in the description");
        }
        String format = schema.path("format").asText("");
        if (schema.has("format") && !FORMATS.contains(format)) {
            problems.add(path, "the format \"" + format + "\" is not supported. Remove it, or use a pattern");
        }
        if (schema.has("pattern")) {
            pattern(schema.get("pattern").asText(), path);
        }
    }

    private void pattern(String pattern, String path) {
        if (COMPLICATED.matcher(pattern).find()) {
            problems.add(path, "lookaround and back references are not supported in a pattern. Simplify it");
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            problems.add(path, "the pattern is not a regular expression: " + e.getDescription());
        }
    }

    private void types(JsonNode schema, String path) {
        JsonNode type = schema.path("type");
        if (type.isMissingNode()) {
            return;
        }
        for (JsonNode name : type.isArray() ? type : List.of(type)) {
            if (!TYPES.contains(name.asText())) {
                problems.add(path, "there is no type " + name + ". Use one of object, array, string, number, integer, boolean,"
                        + " null");
            }
        }
    }

    private void values(JsonNode schema, String path) {
        JsonNode values = schema.path("enum");
        if (schema.has("enum") && (!values.isArray() || values.isEmpty())) {
            problems.add(path, "\"enum\" must list at least one value");
        }
        for (JsonNode value : values) {
            if (value.isContainerNode()) {
                problems.add(path, "the values of \"enum\" must be texts, numbers, booleans or null");
            }
        }
    }

    private void object(JsonNode schema, String path) {
        JsonNode additional = schema.path("additionalProperties");
        if (!additional.isBoolean() || additional.booleanValue()) {
            problems.add(path, "an object must list all its properties. Set \"additionalProperties\": false");
        }
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (!required.remove(property.getKey())) {
                optional++;
            }
            check(property.getValue(), path + "." + property.getKey());
        }
        for (String name : required) {
            problems.add(path, "\"" + name + "\" is required but is not among the properties");
        }
    }

    private void combinations(JsonNode schema, String path) {
        schema.path("anyOf").forEach(part -> check(part, path));
        for (JsonNode part : schema.path("allOf")) {
            if (part.has("$ref")) {
                problems.add(path, "\"allOf\" cannot hold a \"$ref\". Write the definition out there");
            }
            check(part, path);
        }
    }

    private void follow(String target, String path) {
        if (!target.startsWith("#")) {
            problems.add(path, "a reference outside of the schema, to " + target + ", is not supported. Put it into \"$defs\"");
        } else if (followed.contains(target)) {
            problems.add(path,
                    "the schema contains itself, and recursive schemas are not supported. Use a definition of its own"
                            + " for each level");
        } else if (definitions.containsKey(target)) {
            add(definitions.get(target));
        } else {
            JsonNode definition = target.length() > 1 ? root.at(target.substring(1)) : root;
            if (definition.isMissingNode()) {
                problems.add(path, "there is no " + target);
                return;
            }
            Counts before = new Counts(optional, unions);
            optional = 0;
            unions = 0;
            followed.push(target);
            check(definition, path);
            followed.pop();
            definitions.put(target, new Counts(optional, unions));
            add(before);
        }
    }

    private void add(Counts more) {
        optional = (int) Math.min(Integer.MAX_VALUE, (long) optional + more.optional());
        unions = (int) Math.min(Integer.MAX_VALUE, (long) unions + more.unions());
    }

    private static boolean mentions(JsonNode type, String name) {
        if (type.isArray()) {
            for (JsonNode element : type) {
                if (element.asText().equals(name)) {
                    return true;
                }
            }
        }
        return type.asText().equals(name);
    }
}

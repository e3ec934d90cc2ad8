package io.github.quarkusclaude.deployment.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One object of a catalogue file, read strictly: a value of the wrong kind and a field nobody asked for are problems. What
 * is absent or {@code null} is unknown.
 */
final class JsonEntry {

    private final JsonNode fields;
    private final EntryOrigin origin;
    private final String path;
    private final CatalogProblems problems;
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<JsonEntry> children = new ArrayList<>();

    JsonEntry(JsonNode fields, EntryOrigin origin, CatalogProblems problems) {
        this(fields, origin, "", problems);
    }

    private JsonEntry(JsonNode fields, EntryOrigin origin, String path, CatalogProblems problems) {
        this.fields = fields;
        this.origin = origin;
        this.path = path;
        this.problems = problems;
    }

    boolean has(String name) {
        return take(name) != null;
    }

    @Nullable
    String text(String name) {
        JsonNode value = take(name);
        if (value != null && (!value.isTextual() || value.textValue().isBlank())) {
            reject(name, value, "a text");
            // not null, so that nobody complains a second time that it is missing
            return value.toString();
        }
        return value == null ? null : value.textValue();
    }

    @Nullable
    Boolean flag(String name) {
        JsonNode value = take(name);
        if (value != null && !value.isBoolean()) {
            reject(name, value, "true or false");
            return null;
        }
        return value == null ? null : value.booleanValue();
    }

    @Nullable
    Integer count(String name) {
        JsonNode value = take(name);
        if (value != null && !(value.isIntegralNumber() && value.canConvertToInt())) {
            reject(name, value, "a whole number");
            return null;
        }
        return value == null ? null : value.intValue();
    }

    @Nullable
    BigDecimal amount(String name) {
        JsonNode value = take(name);
        if (value != null && !value.isNumber()) {
            reject(name, value, "a number");
            return null;
        }
        return value == null ? null : value.decimalValue();
    }

    @Nullable
    LocalDate date(String name) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value.asText());
        } catch (DateTimeParseException e) {
            reject(name, value, "a date like 2026-09-28");
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        JsonNode value = take(name);
        return value == null ? null : constant(name, value, type);
    }

    <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
        List<E> choices = new ArrayList<>();
        for (JsonNode value : array(name)) {
            E constant = constant(name, value, type);
            if (constant != null) {
                choices.add(constant);
            }
        }
        return choices;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(name)) {
            if (value.isTextual()) {
                texts.add(value.textValue());
            } else {
                reject(name, value, "a list of texts");
            }
        }
        return texts;
    }

    Iterable<JsonNode> array(String name) {
        JsonNode value = take(name);
        if (value != null && !value.isArray()) {
            reject(name, value, "a list");
            return List.of();
        }
        return value == null ? List.of() : value;
    }

    /**
     * An object inside this one, empty if there is none.
     */
    JsonEntry object(String name) {
        JsonNode value = take(name);
        if (value != null && !value.isObject()) {
            reject(name, value, "an object");
        }
        ObjectNode object = value instanceof ObjectNode found ? found : JsonNodeFactory.instance.objectNode();
        JsonEntry child = new JsonEntry(object, origin, path + name + ".", problems);
        children.add(child);
        return child;
    }

    /**
     * The objects inside this one that have free names.
     */
    Map<String, JsonEntry> objects() {
        Map<String, JsonEntry> objects = new LinkedHashMap<>();
        fieldNames().forEachRemaining(name -> objects.put(name, object(name)));
        return objects;
    }

    /**
     * The texts inside this object that have free names.
     */
    Map<String, String> textsByName() {
        Map<String, String> texts = new LinkedHashMap<>();
        fieldNames().forEachRemaining(name -> texts.put(name, String.valueOf(text(name))));
        return texts;
    }

    void ignore(String... names) {
        asked.addAll(List.of(names));
    }

    void problem(String name, String text) {
        problems.add(origin, path + name, text);
    }

    /**
     * Reports fields nobody asked for, here and in the objects inside. To be called when everything has been read.
     */
    void rejectUnknownFields() {
        fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                problem(name, "is not a known field; remove it or correct its name, known are " + String.join(", ", asked));
            }
        });
        children.forEach(JsonEntry::rejectUnknownFields);
    }

    private Iterator<String> fieldNames() {
        return fields.fieldNames();
    }

    private @Nullable JsonNode take(String name) {
        asked.add(name);
        JsonNode value = fields.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private <E extends Enum<E>> @Nullable E constant(String name, JsonNode value, Class<E> type) {
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String id = constant.name().toLowerCase(Locale.ROOT);
            if (id.equals(value.asText())) {
                return constant;
            }
            known.add(id);
        }
        reject(name, value, "one of " + String.join(", ", known));
        return null;
    }

    private void reject(String name, JsonNode value, String expected) {
        problem(name, "is " + value + "; make it " + expected);
    }
}

package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A part of a request body together with the way to it, so that whatever is wrong with it can be reported with its path,
 * for example {@code messages.0.content.1.source}. Everything that demands something throws an {@link ApiException} with
 * status 400. {@code null} counts as absent.
 */
record Located(String path, JsonNode node) {

    Located field(String name) {
        return new Located(path.isEmpty() ? name : path + "." + name, node.path(name));
    }

    boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    boolean has(String name) {
        return field(name).isPresent();
    }

    Located required() {
        if (!isPresent()) {
            throw reject("field required");
        }
        return this;
    }

    Located object() {
        if (!required().node.isObject()) {
            throw reject("must be an object");
        }
        return this;
    }

    List<Located> items() {
        if (!required().node.isArray()) {
            throw reject("must be an array");
        }
        List<Located> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Located(path + "." + i, node.get(i)));
        }
        return items;
    }

    String text() {
        if (!required().node.isTextual()) {
            throw reject("must be a string");
        }
        return node.textValue();
    }

    String filledText() {
        if (text().isEmpty()) {
            throw reject("must not be empty");
        }
        return node.textValue();
    }

    String text(Pattern form) {
        if (!form.matcher(text()).matches()) {
            throw reject("must match " + form.pattern());
        }
        return node.textValue();
    }

    String oneOf(Collection<String> values) {
        if (!values.contains(text())) {
            throw reject("must be one of " + String.join(", ", values));
        }
        return node.textValue();
    }

    boolean bool() {
        if (!required().node.isBoolean()) {
            throw reject("must be true or false");
        }
        return node.booleanValue();
    }

    long integer(long least) {
        if (!required().node.isIntegralNumber()) {
            throw reject("must be an integer");
        }
        if (node.longValue() < least) {
            throw reject("must be at least " + least);
        }
        return node.longValue();
    }

    /** Refuses any field but these. */
    void only(Collection<String> names) {
        object().node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw field(name).reject("Extra inputs are not permitted");
            }
        });
    }

    /** Applies a rule to a field if it is there. */
    void optional(String name, Consumer<Located> rule) {
        if (has(name)) {
            rule.accept(field(name));
        }
    }

    ApiException reject(String why, String code) {
        return new ApiException(ApiError.invalid(path + ": " + why).coded(code));
    }

    ApiException reject(String why) {
        return new ApiException(ApiError.invalid(path + ": " + why));
    }
}

package io.github.quarkusclaude.simulator;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The fields an object may have, those it must have, and what they hold. Complete when it is first used. */
final class Shape implements Consumer<Located> {

    private final Map<String, Consumer<Located>> fields = new LinkedHashMap<>();
    private final Set<String> required = new HashSet<>();

    Shape needs(String name, Consumer<Located> rule) {
        required.add(name);
        return may(name, rule);
    }

    Shape may(String name, Consumer<Located> rule) {
        fields.put(name, rule);
        return this;
    }

    /** A field that may hold anything, or is looked at elsewhere. */
    Shape may(String name) {
        return may(name, anything -> {
        });
    }

    /** @throws ApiException 400 if the object has another shape */
    @Override
    public void accept(Located object) {
        object.only(fields.keySet());
        fields.forEach((name, rule) -> {
            Located field = object.field(name);
            if (required.contains(name) || field.isPresent()) {
                rule.accept(field.required());
            }
        });
    }

    /** A list of objects of this shape. */
    Consumer<Located> list() {
        return list -> list.items().forEach(this);
    }

    static Consumer<Located> oneOf(String... values) {
        return field -> field.oneOf(List.of(values));
    }

    static Consumer<Located> number(long least) {
        return field -> field.integer(least);
    }

    static Consumer<Located> texts() {
        return list -> list.items().forEach(Located::text);
    }
}

package io.github.quarkusclaude.service.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.RawJson;

/** Prints what the API tells: as a table for people, or for programs as it came. */
@Singleton
class FactPrinter {

    private final Terminal terminal;

    FactPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    <T extends ApiObject> void print(T thing, Function<T, TextTable> table, FormatOptions options) {
        if (options.isJson()) {
            terminal.println(thing.toJson());
        } else {
            terminal.print(table.apply(thing).toString());
        }
    }

    /** Prints all things and closes their stream. */
    <T extends ApiObject> void printAll(Stream<T> things, Function<List<T>, TextTable> table, FormatOptions options) {
        try (things) {
            if (options.isJson()) {
                terminal.println(things.map(ApiObject::toJson).collect(Collectors.joining(",", "[", "]")));
            } else {
                terminal.print(table.apply(things.toList()).toString());
            }
        }
    }

    /** @param type what the API calls something that is no more */
    void printDeleted(String id, String type, FormatOptions options) {
        terminal.println(options.isJson() ? RawJson.from(Map.of("id", id, "type", type)).toString() : "Deleted " + id);
    }
}

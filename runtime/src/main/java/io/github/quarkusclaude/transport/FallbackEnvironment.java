package io.github.quarkusclaude.transport;

import java.util.function.Consumer;
import java.util.function.Function;

import io.github.quarkusclaude.catalog.FallbackEvent;

/**
 * What a client knows of what is around it.
 *
 * @param client its name
 * @param others other clients, by their names
 * @param observers are told when something else is asked than a request was for
 */
public record FallbackEnvironment(String client, Function<String, ReactiveApiClient> others,
        Consumer<FallbackEvent> observers) {
}

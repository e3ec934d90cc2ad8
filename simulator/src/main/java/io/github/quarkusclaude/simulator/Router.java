package io.github.quarkusclaude.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import io.vertx.core.http.HttpMethod;

/** Finds the endpoint a request is for. */
final class Router {

    /** Requests to unknown paths may still have a body, which has to be read before they can be answered. */
    private static final Intake FOR_NOBODY = Intake.upTo(32 * 1024 * 1024);

    private final List<Route> routes;

    Router(List<Route> routes) {
        this.routes = routes;
    }

    Intake intake(HttpMethod method, String path) {
        return routes.stream()
                .filter(route -> route.method().equals(method) && route.match(path).isPresent())
                .map(Route::intake)
                .findFirst()
                .orElse(FOR_NOBODY);
    }

    /** @throws ApiException 404 if the path is unknown, 405 if it is known with other methods only */
    void handle(HttpMethod method, String path, Exchange exchange) {
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = route.match(path);
            if (parameters.isPresent()) {
                if (route.method().equals(method)) {
                    exchange.pathParameters(decoded(parameters.get()));
                    route.endpoint().handle(exchange);
                    return;
                }
                allowed.add(route.method().name());
            }
        }
        if (allowed.isEmpty()) {
            throw new ApiException(ErrorType.NOT_FOUND.error("path: " + path));
        }
        throw new ApiException(ErrorType.METHOD_NOT_ALLOWED.error(), Map.of("allow", String.join(", ", allowed)));
    }

    private static Map<String, String> decoded(Map<String, String> parameters) {
        Map<String, String> decoded = new LinkedHashMap<>();
        parameters.forEach((name, value) -> decoded.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8)));
        return decoded;
    }
}

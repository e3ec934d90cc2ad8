package io.github.quarkusclaude.simulator;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parameters of a query or a form. One without a value counts as absent, as RFC 6749 has it. */
record Parameters(Map<String, List<String>> values) {

    /** @throws OAuthException if the text is not encoded properly */
    static Parameters parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int split = pair.indexOf('=');
            if (split > 0 && split < pair.length() - 1) {
                values.computeIfAbsent(decoded(pair.substring(0, split)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(split + 1)));
            }
        }
        return new Parameters(values);
    }

    /** @throws OAuthException if the parameter is there more than once */
    Optional<String> find(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw OAuthException.invalidRequest(name + " must not be repeated");
        }
        return all.stream().findFirst();
    }

    /** @throws OAuthException if the parameter is not there exactly once */
    String get(String name) {
        return find(name).orElseThrow(() -> OAuthException.invalidRequest(name + " is required"));
    }

    static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw OAuthException.invalidRequest("The parameters are not encoded properly");
        }
    }
}

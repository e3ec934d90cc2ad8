package io.github.quarkusclaude.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Makes up strings, numbers and booleans. */
final class ScalarSamples {

    private final ValueHints hints;
    private final Variety variety;

    ScalarSamples(ValueHints hints, Variety variety) {
        this.hints = hints;
        this.variety = variety;
    }

    JsonNode sample(String type, JsonNode schema, String name) {
        return switch (type) {
            case "boolean" -> BooleanNode.valueOf(variety.below(2) == 0);
            case "integer" -> LongNode.valueOf(number(schema).setScale(0, RoundingMode.CEILING).longValue());
            case "number" -> DecimalNode.valueOf(number(schema));
            default -> TextNode.valueOf(string(schema, name));
        };
    }

    private BigDecimal number(JsonNode schema) {
        BigDecimal least = bound(schema, "minimum", "exclusiveMinimum", BigDecimal.ONE);
        BigDecimal most = bound(schema, "maximum", "exclusiveMaximum", BigDecimal.ONE.negate());
        BigDecimal number = hints.nextNumber().orElseGet(() -> BigDecimal.valueOf(variety.between(1, 10)));
        if (least != null && number.compareTo(least) < 0) {
            number = least;
        }
        return most != null && number.compareTo(most) > 0 ? most : number;
    }

    private static BigDecimal bound(JsonNode schema, String inclusive, String exclusive, BigDecimal inward) {
        if (schema.path(inclusive).isNumber()) {
            return schema.path(inclusive).decimalValue();
        }
        return schema.path(exclusive).isNumber() ? schema.path(exclusive).decimalValue().add(inward) : null;
    }

    private String string(JsonNode schema, String name) {
        if (schema.path("pattern").isTextual()) {
            return PatternSample.of(schema.path("pattern").textValue(), hints.text(name), variety);
        }
        int day = variety.between(10, 28);
        return switch (schema.path("format").asText()) {
            case "date-time" -> "2026-03-" + day + "T09:30:00Z";
            case "date" -> "2026-03-" + day;
            case "time" -> "09:30:00Z";
            case "duration" -> "PT" + day + "M";
            case "email" -> "someone@example.com";
            case "hostname" -> "www.example.com";
            case "uri" -> "https://www.example.com/" + day;
            case "ipv4" -> "192.0.2." + day;
            case "ipv6" -> "2001:db8::" + day;
            case "uuid" -> "00000000-0000-4000-8000-0000000000" + day;
            default -> hints.text(name);
        };
    }
}

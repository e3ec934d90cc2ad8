package io.github.quarkusclaude.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawJsonTest {

    record City(String name, int people) {
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"b\":1.0,\"a\":1e5}", "[1, 2,  3]", "\"caf\\u00e9\"", "0", "-1.50", "true", "null", "{}", "[]",
            "12345678901234567890123", "\"\"" })
    void theTextIsKeptAsItIs(String json) {
        assertThat(RawJson.of(json)).hasToString(json);
        assertThat(RawJson.of(" " + json + "\n")).hasToString(json);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[1,]", "{}{}", "1 2", "nul", "{\"a\"}", "\"\n\"" })
    void whatIsNotOneJsonValueIsRefused(String text) {
        assertThatThrownBy(() -> RawJson.of(text)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void theValueStandsOnOneLine() {
        assertThat(RawJson.of("{\r\n  \"a\": \"x\\ny\"\n}")).hasToString("{    \"a\": \"x\\ny\" }");
    }

    @Test
    void valuesThatMeanTheSameAreEqual() {
        assertThat(RawJson.of("{\"a\":1,\"b\":[]}")).isEqualTo(RawJson.of("{ \"b\" : [ ], \"a\" : 1 }"))
                .hasSameHashCodeAs(RawJson.of("{\"b\":[],\"a\":1}")).isNotEqualTo(RawJson.of("{\"a\":1}"));
    }

    @Test
    void javaValuesBecomeJsonAndBack() {
        RawJson json = RawJson.from(Map.of("name", "Bern", "people", 146_000));

        assertThat(json.as(City.class)).isEqualTo(new City("Bern", 146_000));
        assertThat(RawJson.from(List.of(1, "a"))).hasToString("[1,\"a\"]");
        assertThatThrownBy(() -> RawJson.of("{\"people\":\"many\"}").as(City.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changingATreeDoesNotChangeTheValue() {
        RawJson json = RawJson.of("{\"a\":1}");
        ((com.fasterxml.jackson.databind.node.ObjectNode) json.tree()).put("a", 2);

        assertThat(json).hasToString("{\"a\":1}");
    }
}

package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Every mistake in a catalogue is reported with the entry, the field and what to change, all of them at once. Each case
 * breaks one thing in a catalogue that is otherwise right.
 */
class BrokenCatalogTest {

    private static final String SOUND = """
            {
              "default_model": "m-2",
              "latest": {},
              "listed": ["m-0"],
              "tiers": {
                "free": {"models": ["m-2"], "default_model": "m-2"},
                "pro": {"lines": ["haiku"], "default_line": "haiku"},
                "max": {"models": ["*"], "default_line": "haiku"},
                "max_5": {"models": ["*"], "default_line": "haiku"},
                "max_20": {"models": ["*"], "default_line": "haiku"},
                "api": {"models": ["*"], "default_line": "haiku"}
              },
              "models": [
                {
                  "id": "m-2", "display_name": "Two", "line": "haiku", "aliases": ["m-two"], "wire_id": "m-2",
                  "lifecycle": {"status": "active", "released": "2026-01-01"},
                  "limits": {"max_input_tokens": 1000, "max_tokens": 500},
                  "capabilities": {"forced_tool_choice": "yes", "streaming": true},
                  "thinking": {"disabled": "up_to_high_effort"},
                  "effort": {"levels": ["low", "high"], "default": "high"},
                  "prices": {"input": 1.5, "batch_factor": 0.5, "long_prompt": {"over_tokens": 100, "input": 3}}
                },
                {
                  "id": "m-1", "display_name": "One", "line": "haiku",
                  "lifecycle": {"status": "retired", "released": "2025-01-01", "retires": "2026-06-01",
                                "replacement": "m-2"},
                  "sources": ["somewhere"], "notes": "anything"
                }
              ]
            }
            """;

    private static final String TWO = "test.json, model \"m-2\", ";
    private static final String ONE = "test.json, model \"m-1\", ";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("\"display_name\": \"Two\", ", "", TWO + "display_name is missing"),
                mistake("\"Two\"", "2", TWO + "display_name is 2; make it a text"),
                mistake("\"line\": \"haiku\", \"aliases\"", "\"aliases\"", TWO + "line is missing"),
                mistake("\"id\": \"m-1\", ", "", "test.json, models[1] has no id"),
                mistake("\"id\": \"m-1\"", "\"id\": \"m-2\"", TWO + "id is used by two models"),
                mistake("[\"m-two\"]", "[\"m-1\"]", TWO + "aliases has \"m-1\", which already names model \"m-1\""),
                mistake("[\"m-two\"]", "[\"a\", \"a\"]", TWO + "aliases has \"a\", which already names model \"m-2\""),
                mistake("[\"m-two\"]", "[\"\"]", TWO + "aliases has an empty alias"),
                mistake("[\"m-two\"]", "\"m-two\"", TWO + "aliases is \"m-two\"; make it a list"),
                mistake("[\"m-two\"]", "[2]", TWO + "aliases is 2; make it a list of texts"),
                mistake("\"wire_id\": \"m-2\"", "\"wire_id\": \" \"", TWO + "wire_id is \" \"; make it a text"),
                mistake("\"wire_id\": \"m-2\"", "\"access\": \"secret\"", TWO + "access is \"secret\""),
                mistake("\"wire_id\"", "\"wireid\"", TWO + "wireid is not a known field"),
                mistake("\"max_tokens\": 500", "\"max_token\": 500", TWO + "limits.max_token is not a known field"),
                mistake("\"status\": \"active\", ", "", TWO + "lifecycle.status is missing"),
                mistake("\"active\"", "\"alive\"", TWO + "lifecycle.status is \"alive\"; make it one of active"),
                mistake("\"released\": \"2026-01-01\"", "\"released\": \"January\"", TWO + "lifecycle.released is \"January\""),
                mistake("2026-06-01", "2024-06-01", ONE + "lifecycle.retires is 2024-06-01, before its release (2025-01-01)"),
                mistake("2026-06-01", "2026-11-23",
                        ONE + "lifecycle.status is retired, but the model retires on 2026-11-23"),
                mistake("\"replacement\": \"m-2\"", "\"replacement\": \"m-9\"", ONE + "lifecycle.replacement is \"m-9\""),
                mistake("\"replacement\": \"m-2\"", "\"replacement\": \"m-1\"",
                        ONE + "lifecycle.replacement is the model itself"),
                mistake("\"max_tokens\": 500", "\"max_tokens\": -1", TWO + "limits.max_tokens is -1"),
                mistake("\"max_tokens\": 500", "\"max_tokens\": 1.5", TWO + "limits.max_tokens is 1.5; make it a whole"),
                mistake("\"max_tokens\": 500", "\"max_tokens\": 1001",
                        TWO + "limits.max_tokens is 1001, more than the context window of 1000 tokens"),
                mistake("\"max_tokens\": 500", "\"max_tokens\": 5, \"max_tokens_batch\": 2000",
                        TWO + "limits.max_tokens_batch is 2000, more than"),
                mistake("\"max_tokens\": 500", "\"cache_minimum_tokens\": 0", TWO + "limits.cache_minimum_tokens is 0"),
                mistake("\"streaming\": true", "\"streaming\": \"yes\"",
                        TWO + "capabilities.streaming is \"yes\"; make it true or false"),
                mistake("\"streaming\": true", "\"inference_geo\": \"us\"",
                        TWO + "capabilities.inference_geo is \"us\"; make it true or false"),
                mistake("\"streaming\": true", "\"older_computer_tools\": [\"computer_20251124\"]",
                        TWO + "capabilities.older_computer_tools is [\"computer_20251124\"]; make it true or false"),
                mistake("\"yes\"", "\"sometimes\"",
                        TWO + "capabilities.forced_tool_choice is \"sometimes\"; make it one of yes, no"),
                mistake("{\"disabled\": \"up_to_high_effort\"}", "7", TWO + "thinking is 7; make it an object"),
                mistake("\"default\": \"high\"", "\"default\": \"max\"", TWO + "effort.default is max"),
                mistake("[\"low\", \"high\"]", "[]", TWO + "effort.levels or the default level is set although"),
                mistake("[\"low\", \"high\"]", "[\"lazy\", \"high\"]", TWO + "effort.levels is \"lazy\"; make it one of"),
                mistake("\"input\": 1.5", "\"input\": 0", TWO + "prices.input is 0"),
                mistake("\"input\": 1.5", "\"output\": -2", TWO + "prices.output is -2"),
                mistake("\"input\": 1.5", "\"input\": \"1.5\"", TWO + "prices.input is \"1.5\"; make it a number"),
                mistake("\"input\": 3", "\"input\": -3", TWO + "prices.long_prompt.input is -3"),
                mistake("\"over_tokens\": 100, ", "", TWO + "prices.long_prompt.over_tokens is missing"),
                mistake("\"batch_factor\": 0.5", "\"batch_factor\": 1.5", TWO + "prices.batch_factor is 1.5"),
                mistake("\"batch_factor\": 0.5", "\"fast\": {\"input\": 0}", TWO + "prices.fast.input is 0"),
                mistake("\"default_model\": \"m-2\",\n", "", "test.json, default_model is missing"),
                mistake("\"default_model\": \"m-2\",", "\"default_model\": \"m-9\",",
                        "test.json, default_model is \"m-9\", which is not in the catalogue"),
                mistake("\"latest\": {}", "\"latest\": {\"haiku\": \"m-9\"}", "test.json, latest.haiku is \"m-9\""),
                mistake("\"latest\": {}", "\"latest\": {\"opus\": \"m-2\"}",
                        "test.json, latest.opus is \"m-2\", a model of line haiku"),
                mistake("\"latest\"", "\"newest\"", "test.json, newest is not a known field"),
                mistake("[\"m-0\"]", "[\"m-1\"]", "test.json, listed has \"m-1\""),
                mistake("\"pro\"", "\"gold\"", "test.json, tiers.gold is not a tier. Unknown subscription tier \"gold\""),
                mistake("\"max_5\"", "\"MAX\"", "test.json, tiers.MAX is the second entry of this tier"),
                mistake("\"pro\": {\"lines\": [\"haiku\"], \"default_line\": \"haiku\"},", "",
                        "test.json, tiers.pro is missing"),
                mistake("{\"models\": [\"m-2\"]", "{\"models\": [\"m-9\", \"m-2\"]",
                        "test.json, tiers.free.models has \"m-9\""),
                mistake("{\"models\": [\"m-2\"]", "{\"models\": [\"m-1\"]",
                        "test.json, tiers.free.default_model is \"m-2\", but the tier does not have m-2"),
                mistake("{\"models\": [\"m-2\"], ", "{", "test.json, tiers.free.models and lines are both missing"),
                mistake("[\"m-2\"], \"default_model\": \"m-2\"", "[\"m-2\"]",
                        "test.json, tiers.free.default_model or default_line is needed"),
                mistake("\"lines\": [\"haiku\"]", "\"lines\": [\"opus\", \"haiku\"]",
                        "test.json, tiers.pro.lines has \"opus\", a line without an active model"),
                mistake("\"active\"", "\"deprecated\"", "test.json, tiers.api.default_line is \"haiku\", for which"),
                mistake("\"active\"", "\"deprecated\"", TWO + "lifecycle.status is deprecated; the default model"),
                mistake("\"active\"", "\"retired\"", TWO + "lifecycle.status is retired; the default model"),
                mistake("\"active\"", "\"active\", \"retires\": \"2026-11-22\"",
                        TWO + "lifecycle.retires is 2026-11-22, which has come; the default model"),
                mistake("\"display_name\": \"Two\"", "\"line\": \"opus\", \"display_name\": \"Two\"",
                        "test.json, the content is not JSON: Duplicate field 'line'"),
                mistake(SOUND, "[]", "test.json, the content must be one JSON object"),
                mistake(SOUND, "", "test.json, the content must be one JSON object"));
    }

    private static Arguments mistake(String right, String wrong, String message) {
        return Arguments.of(right, wrong, message);
    }

    @Test
    void theCatalogueTheMistakesAreMadeInIsSound() {
        assertThat(Catalogs.parse(SOUND).models()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamed(String right, String wrong, String message) {
        assertThat(SOUND).contains(right);
        String broken = SOUND.replaceFirst(Pattern.quote(right),
                Matcher.quoteReplacement(wrong));
        assertThatThrownBy(() -> Catalogs.parse(broken)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("- " + message);
    }

    @Test
    void allMistakesAreReportedTogether() {
        String broken = SOUND.replace("\"Two\"", "2").replace("\"max_tokens\": 500", "\"max_tokens\": 5000")
                .replace("\"replacement\": \"m-2\"", "\"replacement\": \"m-9\"").replace("\"lines\"", "\"families\"");
        assertThatThrownBy(() -> Catalogs.parse(broken)).hasMessageContainingAll("display_name is 2",
                "limits.max_tokens is 5000", "lifecycle.replacement is \"m-9\"", "tiers.pro.families is not a known field",
                "tiers.pro.models and lines are both missing");
    }

    @Test
    void aMistakeIsReportedOnce() {
        assertThatThrownBy(() -> Catalogs.parse(SOUND.replace("\"Two\"", "2")))
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(2));
    }

    @Test
    void aRetiredModelMayLackALine() {
        assertThat(Catalogs.parse(SOUND.replace("\"One\", \"line\": \"haiku\"", "\"One\"")).getModelsByFamily("haiku"))
                .containsExactly("m-2");
    }
}

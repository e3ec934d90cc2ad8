package io.github.quarkusclaude.conformance;

import static io.github.quarkusclaude.conformance.Api.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.conformance.Program.Outcome;
import io.github.quarkusclaude.simulator.ClaudeSimulator;

@ConformanceGroup(number = 2, promise = "A model the tier does not have is answered by the tier's default model, with one warning; for six tiers, seven models and six ids that are none of them.", differs = {
        "a model the catalogue has no data of passes with one warning where the tier has every model, and is refused where it has a list. The guide's code downgraded it there.",
        "the second name of Claude 3.5 Sonnet never travels: the API has no model of that name." })
class TierFallbackMatrixIT extends Conformance {

    /** Of tomorrow, upper case, another vendor's, an alias without a date, one the guide only lists, and one with a blank. */
    static final List<String> ODD = List.of("claude-of-tomorrow", "CLAUDE-OPUS-4-20250514", "gpt-4", "claude-opus-4",
            "claude-opus-4-5-20251101", "claude-opus-4-20250514 x");

    @Override
    ClaudeSimulator.Builder simulator() {
        ClaudeSimulator.Builder builder = super.simulator();
        ODD.forEach(builder::model);
        return builder;
    }

    static Stream<Arguments> known() {
        return TIERS.stream().flatMap(tier -> MODELS.stream().map(model -> Arguments.of(tier, model)));
    }

    static Stream<Arguments> odd() {
        return TIERS.stream().flatMap(tier -> ODD.stream().map(model -> Arguments.of(tier, model)));
    }

    @ParameterizedTest
    @MethodSource("known")
    void aModelOfTheGuide(String tier, String model) {
        String client = client("tier", tier);
        String effective = allowed(tier).contains(model) ? model : otherwise(tier);

        for (String call : List.of("/generate", "/stream")) {
            JsonNode answer = api().post(client + call, ask("model", model));

            assertThat(answer.path("requestedModel").asText()).isEqualTo(model);
            assertThat(answer.path("effectiveModel").asText()).isEqualTo(effective);
            assertThat(answer.path("fallback").asBoolean()).isEqualTo(!effective.equals(model));
            assertThat(lastModel()).isEqualTo(effective.equals(SONNET_35_V2) ? SONNET_35 : effective);
        }
        assertThat(api().post(client + "/count-tokens", ask("model", model)).path("inputTokens").asInt()).isPositive();
        assertThat(lastModel()).isEqualTo(effective.equals(SONNET_35_V2) ? SONNET_35 : effective);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void anythingElse(String tier, String model) {
        JsonNode answer = api().post(client("tier", tier) + "/generate", ask("model", model));

        if (List.of("free", "pro").contains(tier)) {
            assertThat(texts(answer.path("failure").path("types"))).as(answer.toString()).contains("ModelAccessException");
            assertThat(answer.path("failure").path("message").asText()).contains(model, otherwise(tier));
            assertThat(server.requests()).isEmpty();
        } else {
            assertThat(answer.path("effectiveModel").asText()).isEqualTo(model);
            assertThat(answer.path("fallback").asBoolean()).isFalse();
            assertThat(lastModel()).isEqualTo(model);
        }
    }

    @Test
    void noModelIsTheDefaultOfTheTier() {
        for (String tier : TIERS) {
            String client = client("tier", tier);
            for (Object nothing : new Object[] { null, "", " " }) {
                api().post(client + "/generate", ask("model", nothing));

                assertThat(lastModel()).as(tier).isEqualTo(defaultOf(tier));
            }
        }
    }

    @Test
    void oneWarningTellsTheThreeFactsHoweverOftenItHappens() {
        try (Api fresh = program.with("QUARKUS_CLAUDE_SUBSCRIPTION_TIER", "free").serve()) {
            for (int i = 0; i < 1_000; i++) {
                fresh.post("/clients/default/generate", ask("model", OPUS_4));
            }

            assertThat(fresh.log().lines().filter(line -> line.startsWith("WARN"))).singleElement().asString()
                    .contains("free", OPUS_4, HAIKU_35);
        }
    }

    @ParameterizedTest
    @CsvSource({ "free, claude-opus-4-20250514, claude-3-5-haiku-20241022",
            "pro, claude-opus-4-20250514, claude-sonnet-4-20250514",
            "max, claude-3-opus-20240229, claude-3-opus-20240229" })
    void theCommandLineToo(String tier, String asked, String effective) {
        for (String command : List.of("generate", "stream")) {
            Outcome outcome = program.run(command, "--subscription-tier", tier, "--model", asked, "Say exactly: hi");

            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.out().strip()).isEqualTo("hi");
            assertThat(lastModel()).isEqualTo(effective);
            if (asked.equals(effective)) {
                assertThat(outcome.err()).isEmpty();
            } else {
                assertThat(outcome.err().lines()).singleElement().asString().contains("WARN", tier, asked, effective);
            }
        }
    }

    private static List<String> allowed(String tier) {
        return switch (tier) {
            case "free" -> List.of(HAIKU_3, HAIKU_35);
            case "pro" -> List.of(HAIKU_3, HAIKU_35, SONNET_35, SONNET_35_V2, SONNET_4);
            default -> MODELS;
        };
    }

    private static String otherwise(String tier) {
        return tier.equals("free") ? HAIKU_35 : SONNET_4;
    }

    private static String defaultOf(String tier) {
        return switch (tier) {
            case "free" -> HAIKU_35;
            case "pro", "api" -> SONNET_4;
            default -> OPUS_4;
        };
    }
}

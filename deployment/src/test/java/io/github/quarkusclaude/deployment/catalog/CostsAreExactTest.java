package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.quarkusclaude.catalog.Cost;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.runtime.catalog.CatalogProfile;

/** A cost is what the list prices make of the tokens, to the last digit, and unknown where a price is. */
class CostsAreExactTest {

    private static final ModelCatalog CATALOG = Catalogs.with(CatalogProfile.CURRENT, Map.of());

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            claude-sonnet-5-5 | "input_tokens":1000,"output_tokens":100 | 0.003 | 0
            claude-haiku-4-5 | "input_tokens":1,"output_tokens":1 | 0.000006 | 0
            claude-haiku-4-5-20251001 | "input_tokens":0,"output_tokens":7 | 0.000035 | 0
            claude-sonnet-5-5 | "input_tokens":0,"output_tokens":0,"cache_read_input_tokens":10000 | 0.001 | 0.019
            claude-opus-4-8 | "input_tokens":0,"output_tokens":0,"cache_read_input_tokens":10000 | 0.005 | 0.045
            claude-fable-5-1 | "input_tokens":0,"output_tokens":0,"cache_read_input_tokens":10000 | 0.0025 | 0.0975
            claude-sonnet-5-5 | "input_tokens":0,"output_tokens":0,"cache_creation_input_tokens":1000 | 0.0025 | -0.0005
            claude-sonnet-5-5 | "input_tokens":0,"output_tokens":0,"cache_creation_input_tokens":1000,"cache_creation":\
            {"ephemeral_5m_input_tokens":400,"ephemeral_1h_input_tokens":600} | 0.0034 | -0.0014
            claude-sonnet-5-5 | "input_tokens":1000,"output_tokens":100,"service_tier":"batch" | 0.0015 | 0
            claude-sonnet-5-5 | "input_tokens":1000,"output_tokens":100,"inference_geo":"us" | 0.0033 | 0
            claude-sonnet-5-5 | "input_tokens":1000,"output_tokens":100,"service_tier":"batch","inference_geo":"us" | 0.00165 | 0
            claude-sonnet-5-5 | "input_tokens":1000,"output_tokens":100,"inference_geo":"not_available" | 0.003 | 0
            claude-opus-5-5 | "input_tokens":1000,"output_tokens":100,"speed":"standard" | 0.006 | 0
            claude-opus-5-5 | "input_tokens":1000,"output_tokens":100,"speed":"fast" | 0.012 | 0
            claude-haiku-5-5 | "input_tokens":100000,"output_tokens":1000 | 0.0105 | 0
            claude-haiku-5-5 | "input_tokens":100001,"output_tokens":1000 | 0.0525005 | 0
            claude-haiku-5-5 | "input_tokens":1,"output_tokens":1000,"cache_read_input_tokens":60000,\
            "cache_creation_input_tokens":40000 | 0.0305005 | 0.022
            claude-sonnet-5-5 | "input_tokens":1000,"output_tokens":0,"server_tool_use":\
            {"web_search_requests":3,"web_fetch_requests":9} | 0.032 | 0
            claude-sonnet-5-5 | "input_tokens":0,"output_tokens":0,"service_tier":"batch","server_tool_use":\
            {"web_search_requests":1} | 0.01 | 0
            """)
    void everyKindOfTokenHasItsPrice(String model, String usage, BigDecimal total, BigDecimal saving) {
        assertThat(CATALOG.cost(message(model, usage))).hasValueSatisfying(cost -> {
            assertThat(cost.total()).isEqualByComparingTo(total);
            assertThat(cost.saving()).isEqualByComparingTo(saving);
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            claude-mythos-5-2 | "input_tokens":1,"output_tokens":1
            my-model | "input_tokens":1,"output_tokens":1
            claude-fable-5-2 | "input_tokens":1,"output_tokens":1,"service_tier":"batch"
            claude-fable-5-2 | "input_tokens":1,"output_tokens":1,"cache_creation_input_tokens":5,\
            "cache_creation":{"ephemeral_1h_input_tokens":5}
            claude-sonnet-5-5 | "input_tokens":1,"output_tokens":1,"speed":"fast"
            claude-opus-5-5 | "input_tokens":1,"output_tokens":1,"speed":"fast","cache_read_input_tokens":1
            claude-sonnet-5-5 | "input_tokens":1,"output_tokens":1,"inference_geo":"moon"
            claude-sonnet-5-5 | "input_tokens":1,"output_tokens":1,"service_tier":"priority"
            claude-sonnet-5-5 | "input_tokens":1
            claude-sonnet-5-5 | "input_tokens":1,"output_tokens":1,"iterations":[{"type":"message","input_tokens":1,\
            "output_tokens":1},{"type":"advisor_message","model":"my-model","input_tokens":1,"output_tokens":1}]
            """)
    void whereAPriceIsUnknownTheCostIs(String model, String usage) {
        assertThat(CATALOG.cost(message(model, usage))).isEmpty();
    }

    @Test
    void aMessageWithoutUsageOrModelHasNoKnownCost() {
        assertThat(CATALOG.cost(Message.fromJson("{\"model\":\"claude-sonnet-5-5\",\"content\":[]}"))).isEmpty();
        assertThat(CATALOG.cost(Message.fromJson("{\"content\":[],\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}")))
                .isEmpty();
    }

    @Test
    void stepsOfOtherModelsAreChargedAtTheirPrices() {
        // as recorded: the totals of the usage leave out what the advisor used
        Message advised = message("claude-sonnet-4-6", """
                "input_tokens":2414,"output_tokens":3200,"iterations":[
                {"type":"message","input_tokens":1051,"output_tokens":35},
                {"type":"advisor_message","model":"claude-opus-4-7","input_tokens":2728,"output_tokens":874},
                {"type":"message","input_tokens":1363,"output_tokens":3165}]""");

        // 2414 * 3 + 3200 * 15 + 2728 * 5 + 874 * 25, in millionths of a dollar
        assertThat(CATALOG.cost(advised).map(Cost::total)).hasValue(new BigDecimal("0.090732"));
    }

    @Test
    void theKindsAddUpToTheTotalAndCostsToSums() {
        Cost cost = CATALOG.cost(message("claude-sonnet-5-5", """
                "input_tokens":1000,"output_tokens":1000,"cache_read_input_tokens":1000,"cache_creation_input_tokens":1000,
                "server_tool_use":{"web_search_requests":1}""")).orElseThrow();

        assertThat(cost).isEqualTo(new Cost(new BigDecimal("0.002"), new BigDecimal("0.0025"), new BigDecimal("0.0001"),
                new BigDecimal("0.01"), new BigDecimal("0.01"), new BigDecimal("0.0014")));
        assertThat(cost.total()).isEqualByComparingTo("0.0246");
        assertThat(Cost.ZERO.plus(cost).plus(cost).total()).isEqualByComparingTo("0.0492");
        assertThat(CATALOG.cost("claude-sonnet-5-5", Message.fromJson("""
                {"usage":{"input_tokens":1000000,"output_tokens":0}}""").usage()).map(Cost::input))
                .hasValue(new BigDecimal("2"));
    }

    private static Message message(String model, String usage) {
        return Message.fromJson("{\"model\":\"" + model + "\",\"content\":[],\"usage\":{" + usage + "}}");
    }
}

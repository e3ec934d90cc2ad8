package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

class SchemasAreSampledTest {

    @ParameterizedTest
    @ValueSource(strings = { "^[A-Z]{3}$", "^\\d{4}-\\d{2}$", "^(red|green)$", "^[a-z]+@[a-z]+\\.org$", "^x?[^0-9]{2}$",
            "^a*b$",
            "^\\w{3,5} \\w$", "^(?:ab){2}$", "^[\\d-]{4}$" })
    void textsMatchTheirPattern(String pattern) {
        for (int seed = 0; seed < 20; seed++) {
            String sample = PatternSample.of(pattern, "?", new Variety(seed));

            assertThat(Pattern.compile(pattern).matcher(sample).find()).as(sample).isTrue();
        }
    }

    @Test
    void patternsThatAreTooHardAreLeftAlone() {
        assertThat(PatternSample.of("^(?=x)[", "plain", new Variety(1))).isEqualTo("plain");
        assertThat(PatternSample.of("^(?=x)x$", "plain", new Variety(1))).isEqualTo("plain");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'type':'string','format':'date-time'} | \"2026-03-\\d\\dT09:30:00Z\"",
            "{'type':'string','format':'uuid'}      | \"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"",
            "{'type':'string','format':'ipv4'}      | \"192\\.0\\.2\\.\\d+\"",
            "{'type':'string','format':'email'}     | \"someone@example.com\"",
            "{'type':'integer','minimum':50}        | 50",
            "{'type':'integer','maximum':-3}        | -3",
            "{'type':'integer','exclusiveMinimum':50} | 51",
            "{'type':['null','boolean']}            | (true)?(false)?",
            "{'type':'null'}                        | null",
            "{'const':7}                            | 7",
            "{'enum':['a']}                         | \"a\"",
            "{'type':'string','default':'d'}        | \"d\"",
            "{'anyOf':[{'type':'null'},{'const':1}]}| 1",
            "{'oneOf':[{'const':2}]}                | 2",
            "{'type':'array','minItems':3,'items':{'const':1}} | \\[1,1,1\\]",
            "{'allOf':[{'type':'object','properties':{'a':{'const':1}}},{'properties':{'b':{'const':2}}}]} | \\{\"a\":1,\"b\":2}",
            "{'$ref':'#/$defs/x','$defs':{'x':{'const':3}}} | 3",
    })
    void valuesAreValid(String schema, String expected) {
        assertThat(sample(schema).toString()).isNotEmpty().matches(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'type':'object','properties':{'child':{'$ref':'#'},'name':{'type':'string'}},'required':['name']}",
            "{'type':'object','properties':{'child':{'$ref':'#'}},'required':['child']}",
            "{'type':'array','minItems':1,'items':{'$ref':'#'}}",
            "{'allOf':[{'$ref':'#'}],'type':'object'}",
            "{'anyOf':[{'$ref':'#'}]}",
            "{'$ref':'#'}",
    })
    void schemasThatReferToThemselvesComeToAnEnd(String schema) {
        assertThat(sample(schema).toString().length()).isLessThan(2000);
    }

    private static JsonNode sample(String schema) {
        return new SchemaSampler(json(schema), new ValueHints("", 0), new Variety(1), true).sample();
    }
}

package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static io.github.quarkusclaude.simulator.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class AnswersDependOnThePromptTest {

    private static ClaudeSimulator simulator;
    private static Api api;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().start();
        api = new Api(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "What is 17 * 23?                          | 17 * 23 = 391.",
            "what's (2 + 3) × 4                        | (2 + 3) × 4 = 20.",
            "Compute 7 - 10                            | 7 - 10 = -3.",
            "What is 12 times 12?                      | 12 * 12 = 144.",
            "How much is 1 / 8                         | 1 / 8 = 0.125.",
            "100*100 please                            | 100*100 = 10000.",
            "What is 3 / 0?                            | 3 / 0 = undefined.",
            "Hello, what is 2 + 2?                     | 2 + 2 = 4.",
    })
    void calculationsAreCalculated(String prompt, String result) throws IOException {
        assertThat(api.text(ask(prompt))).isEqualTo("Simulated answer: " + result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "Say exactly: pong.                        | pong.",
            "Please reply with the single word OK.     | OK",
            "Repeat after me: Hello World!             | Hello World!",
            "echo 42                                   | 42",
            "Respond only with: {\"a\": 1}             | {\"a\": 1}",
            "Say 'good night'                          | good night",
    })
    void echoesAreExact(String prompt, String echo) throws IOException {
        assertThat(api.text(ask(prompt))).isEqualTo(echo);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "Explain quantum computing in simple terms | quantum computing",
            "What is a monad?                          | a monad",
            "Tell me about the Alps, please            | the Alps",
            "Why is the sky blue, please?              | “Why is the sky blue?”",
    })
    void explanationsAreAboutTheTopic(String prompt, String topic) throws IOException {
        String text = api.text(ask(prompt));

        assertThat(text).startsWith("Simulated answer: ").contains(" " + topic).doesNotContain("%s");
        assertThat(text.split("(?<=[.]) ")).hasSizeBetween(4, 8);
    }

    @Test
    void differentPromptsOfOneKindGetDifferentWords() throws IOException {
        String tides = api.text(ask("Explain tides")).replace("tides", "it");
        String other = api.text(ask("Explain glaciers")).replace("glaciers", "it");

        assertThat(tides).isNotEqualTo(other);
    }

    @Test
    void datesAreNotTakenForCalculations() throws IOException {
        assertThat(api.text(ask("My birthday is 2001-02-03"))).contains("“My birthday is 2001-02-03”");
    }

    @Test
    void greetingsAreReturned() throws IOException {
        assertThat(api.text(ask("Hello!"))).containsPattern("Hello|Hi there|Good to meet you");
    }

    @Test
    void listsHaveAsManyLinesAsWanted() throws IOException {
        assertThat(
                api.text(ask("Name five rivers in Europe")).lines().filter(line -> line.matches("\\d\\. .*rivers in Europe.*")))
                .hasSize(5);
    }

    @Test
    void summariesTellTheLengthAndTheFirstWords() throws IOException {
        assertThat(api.text(ask("Summarize: One two three. Four five six seven eight nine ten.")))
                .contains("10 words", "2 sentences", "“One two three. Four five six seven eight …”");
    }

    @Test
    void everythingElseIsReflected() throws IOException {
        assertThat(api.text(ask("Write me a poem"))).startsWith("Simulated answer: ").contains("“Write me a poem”");
    }

    @Test
    void attachmentsAreDescribed() throws IOException {
        ObjectNode body = json("""
                {'model':'claude-haiku-5-5','max_tokens':500,'messages':[{'role':'user','content':[
                 {'type':'image','source':{'type':'base64','media_type':'image/png','data':'AAAAAAAAAAAAAA=='}},
                 {'type':'image','source':{'type':'url','url':'https://example.com/a.gif'}},
                 {'type':'document','source':{'type':'text','media_type':'text/plain','data':'Hello'}},
                 {'type':'text','text':'What do you see?'}]}]}""");

        assertThat(api.text(body)).contains("2 images (image/png, 10 bytes; from https://example.com/a.gif)",
                "1 document (text/plain, 5 bytes)", "“What do you see?”");
    }

    @Test
    void onlyTheLastTurnOfTheUserCounts() throws IOException {
        ObjectNode body = json("""
                {'model':'claude-haiku-5-5','max_tokens':500,'messages':[
                 {'role':'user','content':'What is 1 + 1?'},{'role':'assistant','content':'2'},
                 {'role':'user','content':'What is 2 + 3?'}]}""");

        assertThat(api.text(body)).contains("2 + 3 = 5");
    }

    @Test
    void loremIsExactlyAsLongAsOrdered() throws IOException {
        JsonNode answer = api.answer(ask("lorem 1_234 tokens"));

        assertThat(answer.at("/usage/output_tokens").asInt()).isEqualTo(1234);
        assertThat(answer.at("/content/0/text").asText()).hasSize(1234 * 4);
    }

    @Test
    void theOutputLimitCutsTheAnswer() throws IOException {
        String whole = api.text(ask("Explain tides"));
        JsonNode cut = api.answer(ask("Explain tides").put("max_tokens", 10));

        assertThat(cut.path("stop_reason").asText()).isEqualTo("max_tokens");
        assertThat(cut.at("/content/0/text").asText()).isEqualTo(whole.substring(0, 40));
        assertThat(cut.at("/usage/output_tokens").asInt()).isEqualTo(10);
    }

    @Test
    void theEarliestStopSequenceCutsTheAnswer() throws IOException {
        ObjectNode body = ask("Say exactly: one two three four");
        body.putArray("stop_sequences").add("four").add(" three");

        JsonNode answer = api.answer(body);

        assertThat(answer.at("/content/0/text").asText()).isEqualTo("one two");
        assertThat(answer.path("stop_reason").asText()).isEqualTo("stop_sequence");
        assertThat(answer.path("stop_sequence").asText()).isEqualTo(" three");
    }

    @Test
    void noTokensAtAllOnlyFillTheCache() throws IOException {
        JsonNode answer = api.answer(ask("Explain tides").put("max_tokens", 0));

        assertThat(answer.path("content")).isEmpty();
        assertThat(answer.path("stop_reason").asText()).isEqualTo("max_tokens");
        assertThat(answer.at("/usage/output_tokens").asInt()).isZero();
    }

    @Test
    void aSystemPromptCanAskForBrevityAndForALetterCase() throws IOException {
        String usual = api.text(ask("Explain tides"));

        assertThat(api.text(ask("Explain tides").put("system", "Be brief."))).hasSizeLessThan(usual.length() / 2)
                .contains("tides");
        assertThat(api.text(ask("Explain tides").put("system", "Answer in upper case."))).isUpperCase();
        ObjectNode midway = ask("claude-opus-5", "Explain tides");
        midway.withArray("messages").addObject().put("role", "system").put("content", "Answer in lower case.");
        assertThat(api.text(midway)).isLowerCase();
    }

    @Test
    void aTextThatContinuesAnotherBearsNoMark() throws IOException {
        ObjectNode body = ask("claude-haiku-4-5", "Explain tides");
        body.withArray("messages").addObject().put("role", "assistant").put("content", "Well,");

        assertThat(api.text(body)).contains("tides").doesNotContain("Simulated answer");
    }

    @Test
    void structuredOutputFollowsItsSchema() throws IOException {
        ObjectNode body = ask("Alice Meyer bought 3 books in Geneva on Monday");
        body.set("output_config", json("""
                {'format':{'type':'json_schema','schema':{'type':'object','additionalProperties':false,
                 'required':['customer_name','count','kind','code','lines'],'properties':{
                  'customer_name':{'type':'string'},'count':{'type':'integer'},'kind':{'enum':['order','offer']},
                  'code':{'type':'string','pattern':'^[A-Z]{2}-[0-9]{3}$'},'day':{'type':'string','format':'date'},
                  'note':{'anyOf':[{'type':'null'},{'type':'string'}]},'open':{'type':'boolean'},
                  'lines':{'type':'array','minItems':1,'items':{'$ref':'#/$defs/line'}}},
                 '$defs':{'line':{'type':'object','additionalProperties':false,'required':['price'],
                  'properties':{'price':{'type':'number'}}}}}}}"""));

        JsonNode order = Api.JSON.readTree(api.text(body));

        assertThat(order.fieldNames()).toIterable().containsExactly("customer_name", "count", "kind", "code", "lines", "day",
                "note", "open");
        assertThat(order.path("customer_name").asText()).isEqualTo("Alice Meyer");
        assertThat(order.path("count").isInt()).isTrue();
        assertThat(order.path("count").intValue()).isEqualTo(3);
        assertThat(order.path("kind").asText()).isIn("order", "offer");
        assertThat(order.path("code").asText()).matches("[A-Z]{2}-[0-9]{3}");
        assertThat(order.path("day").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(order.path("note").isTextual()).isTrue();
        assertThat(order.path("open").isBoolean()).isTrue();
        assertThat(order.path("lines")).isNotEmpty().allSatisfy(line -> assertThat(line.path("price").isNumber()).isTrue());
    }

    @Test
    void jsonIsGivenWhenItIsAskedForWithoutASchema() throws IOException {
        JsonNode answer = Api.JSON.readTree(api.text(ask("Give me the capital of France as JSON")));

        assertThat(answer.path("prompt").asText()).isEqualTo("Give me the capital of France as JSON");
        assertThat(answer.path("simulated").asBoolean()).isTrue();
    }

    @Test
    void refusalsAreAnswersToo() throws IOException {
        JsonNode answer = api.answer(ask("ANTHROPIC_MAGIC_STRING_TRIGGER_REFUSAL_1FAEFB61 please"));

        assertThat(answer.path("stop_reason").asText()).isEqualTo("refusal");
        assertThat(answer.at("/stop_details/type").asText()).isEqualTo("refusal");
        assertThat(answer.path("content")).isEmpty();
    }

    @Test
    void stopDetailsExistOnlyInTheNewVersion() throws IOException {
        assertThat(api.answer(ask("Hello")).has("stop_details")).isTrue();
        assertThat(new Api(simulator).header("anthropic-version", "2023-06-01").answer(ask("Hello")).has("stop_details"))
                .isFalse();
    }

    @Test
    void anAliasIsAnsweredByTheModelItStandsFor() throws IOException {
        assertThat(api.answer(ask("claude-haiku-4-5", "Hello")).path("model").asText()).isEqualTo("claude-haiku-4-5-20251001");
    }
}

package io.github.quarkusclaude.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.json.MalformedJsonException;
import io.github.quarkusclaude.json.RawJson;

class WireModelTest {

    @Test
    void theCommonRequestIsOneLine() {
        assertThat(json(MessageRequest.of("Hello")))
                .isEqualTo(json("{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}"));
    }

    @Test
    void everyParameterHasTheApisName() {
        MessageRequest request = MessageRequest.builder().model("m").maxTokens(9).system("s")
                .user(TextBlock.of("look").withCacheControl(CacheControl.ONE_HOUR),
                        ImageBlock.of(Source.base64("image/png", new byte[] { 1, 2, 3 })),
                        DocumentBlock.of(Source.url("https://a/b.pdf"), "T"))
                .assistant("ok").stopSequences(List.of("END")).temperature(0.5).topP(0.9).topK(5)
                .thinking(ThinkingConfig.enabled(1024).withDisplay("summarized")).outputConfig(OutputConfig.effort("low"))
                .tool(Tool.of("f", "d", RawJson.of("{\"type\":\"object\"}")))
                .toolChoice(ToolChoice.tool("f").withoutParallelToolUse()).cacheControl(CacheControl.FIVE_MINUTES)
                .additionalField("service_tier", "auto").build();

        assertThat(json(request)).isEqualTo(json("""
                {"model":"m","max_tokens":9,"system":"s","messages":[
                  {"role":"user","content":[
                    {"type":"text","text":"look","cache_control":{"type":"ephemeral","ttl":"1h"}},
                    {"type":"image","source":{"type":"base64","media_type":"image/png","data":"AQID"}},
                    {"type":"document","source":{"type":"url","url":"https://a/b.pdf"},"title":"T"}]},
                  {"role":"assistant","content":"ok"}],
                 "stop_sequences":["END"],"temperature":0.5,"top_p":0.9,"top_k":5,
                 "thinking":{"type":"enabled","budget_tokens":1024,"display":"summarized"},"output_config":{"effort":"low"},
                 "tools":[{"name":"f","description":"d","input_schema":{"type":"object"}}],
                 "tool_choice":{"type":"tool","name":"f","disable_parallel_tool_use":true},
                 "cache_control":{"type":"ephemeral"},"service_tier":"auto"}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"id\":null,\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"usage\":{},\"future\":{\"a\":[1,2.50]}}",
            "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"text\":\"late type\",\"x\":1,\"type\":\"text\"}],\"stop_reason\":\"quite_new\"}",
            "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"data\":\"no type\"},{\"type\":\"new_block\",\"a\":{\"type\":\"text\"}},{\"type\":null}]}",
            "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"t\",\"citations\":null,\"cache_control\":null}]}",
            "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"f\",\"input\":{\"n\":1.00,\"type\":\"x\"},\"caller\":{\"type\":\"direct\"}}]}",
            "{\"type\":\"message\",\"role\":\"robot\",\"content\":[],\"usage\":{\"input_tokens\":\"many\",\"output_tokens\":99999999999}}",
    })
    void whatIsNotKnownOrNotAsExpectedSurvives(String message) {
        assertThat(json(Message.fromJson(message).toJson())).isEqualTo(json(message));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "\"text\"", "null", "", "{", "{\"content\":[1]}", "{\"content\":[[]]}" })
    void whatIsNoMessageIsRefused(String text) {
        assertThatThrownBy(() -> Message.fromJson(text)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void aChangedFieldTakesThePlaceOfAnExplicitNull() {
        MessageRequest request = MessageRequest.fromJson("{\"messages\":[],\"system\":null,\"temperature\":null}");

        assertThat(json(request)).isEqualTo(json("{\"messages\":[],\"system\":null,\"temperature\":null}"));
        assertThat(json(request.toBuilder().system("s").build()))
                .isEqualTo(json("{\"messages\":[],\"system\":\"s\",\"temperature\":null}"));
    }

    @Test
    void anAnswerGoesBackUnchanged() {
        String content = "[{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"a+/=\"},{\"type\":\"redacted_thinking\",\"data\":\"zz\"},{\"type\":\"server_tool_use\",\"id\":\"s\",\"name\":\"web_search\",\"input\":{}}]";
        Message answer = Message.fromJson("{\"role\":\"assistant\",\"content\":" + content + "}");

        MessageRequest next = MessageRequest.builder().user("a").assistant(answer).user("b").build();

        assertThat(RawJson.of(next.toJson()).tree().path("messages").path(1))
                .isEqualTo(RawJson.of("{\"role\":\"assistant\",\"content\":" + content + "}").tree());
    }

    @Test
    void textAndToolsAreEasilyFound() {
        Message message = Message.fromJson("""
                {"content":[{"type":"text","text":"a"},{"type":"tool_use","id":"t1","name":"f","input":{"x":1}},
                            {"type":"text","text":"b"},{"type":"tool_use","id":"t2","name":"g","input":{}}]}""");

        assertThat(message.text()).isEqualTo("ab");
        assertThat(message.toolUses()).extracting(ToolUseBlock::name).containsExactly("f", "g");
    }

    @Test
    void contentRemembersWhetherItWasATextOrAList() {
        assertThat(Content.of("a").text()).isEqualTo(Content.of(List.of(TextBlock.of("a"))).text());
        assertThat(Content.of("a").blocks()).isEqualTo(Content.of(List.of(TextBlock.of("a"))).blocks());
        assertThat(ToolResultBlock.of("t", "42").toJson()).contains("\"content\":\"42\"");
        assertThat(ToolResultBlock.error("t", "no").isError()).isTrue();
    }

    @Test
    void aMissingTextIsSaidWhereItIsGiven() {
        assertThatThrownBy(() -> MessageRequest.of(null)).isInstanceOf(NullPointerException.class)
                .hasMessage("The text is null");
        assertThatThrownBy(() -> TextBlock.of(null)).hasMessage("The text is null");
    }

    @Test
    void valuesAreImmutable() {
        assertThatThrownBy(() -> MessageRequest.of("a").messages().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Message.fromJson("{\"content\":[],\"a\":1}").additionalFields().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Message.fromJson("{\"content\":[{\"type\":\"text\",\"text\":\"\"}]}").content().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRequestDoesNotShowWhatItSaysWhenItIsPrinted() {
        MessageRequest request = MessageRequest.builder().user("secret prompt")
                .additionalField("mcp_servers", List.of(Map.of("authorization_token", "secret token"))).build();

        assertThat(request.toString()).doesNotContain("secret").contains("messages=1");
        assertThat(Source.base64("image/png", new byte[100]).toString()).doesNotContain("AAAA");
    }

    @Test
    void usageAddsUp() {
        Usage usage = Usage.of(1, 20, 300, 4000);

        assertThat(usage.totalInputTokens()).isEqualTo(321);
        assertThat(usage.totalTokens()).isEqualTo(4321);
        assertThat(Usage.UNKNOWN.totalTokens()).isZero();
    }

    private static RawJson json(MessageRequest request) {
        return RawJson.of(request.toJson());
    }

    private static RawJson json(String json) {
        return RawJson.of(json);
    }
}

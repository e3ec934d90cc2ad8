package io.github.quarkusclaude.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.json.RawJson;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ConversationTest {

    private static final Message ANSWER = answer("claude-a", """
            {"type":"thinking","thinking":"Hm.","signature":"s"},{"type":"text","text":"42"}""");

    private static final Message CALL = answer("claude-a", """
            {"type":"thinking","thinking":"","signature":"s"},{"type":"tool_use","id":"t1","name":"f","input":{}},
            {"type":"tool_use","id":"t2","name":"g","input":{}}""");

    @Test
    void turnsAreKeptAndAnswersGoBackUnchanged() {
        MessageRequest request = Conversation.START.system("Be brief.").user("a").add(ANSWER)
                .user(TextBlock.of("b"), ImageBlock.of(Source.file("f"))).toRequest();

        assertThat(RawJson.of(request.toJson())).isEqualTo(RawJson
                .of("""
                        {"system":"Be brief.","messages":[{"role":"user","content":"a"},
                         {"role":"assistant","content":[{"type":"thinking","thinking":"Hm.","signature":"s"},{"type":"text","text":"42"}]},
                         {"role":"user","content":[{"type":"text","text":"b"},
                          {"type":"image","source":{"type":"file","file_id":"f"}}]}]}"""));
    }

    @Property
    void aForkLeavesWhatItCameFromAlone(@ForAll List<String> before, @ForAll String left, @ForAll String right) {
        Conversation start = Conversation.START;
        for (String text : before) {
            start = start.user(text).add(ANSWER);
        }
        Conversation one = start.user(left);
        Conversation other = start.user(right).add(ANSWER);

        assertThat(start.turns()).hasSize(2 * before.size());
        assertThat(one.turns().subList(0, 2 * before.size())).isEqualTo(start.turns());
        assertThat(other.toRequest().messages()).hasSize(2 * before.size() + 2);
        assertThat(one.turns().get(one.turns().size() - 1).message()).isEqualTo(InputMessage.user(left));
    }

    @Test
    void theThinkingOfFinishedTurnsStaysWithItsModel() {
        Conversation conversation = Conversation.START.user("a").add(ANSWER).user("b");

        assertThat(conversation.toRequest("claude-a").messages().get(1)).isEqualTo(ANSWER.toInputMessage());
        assertThat(conversation.toRequest("claude-a-20260101").messages().get(1)).isEqualTo(ANSWER.toInputMessage());
        assertThat(conversation.toRequest("claude-b").messages().get(1))
                .isEqualTo(InputMessage.assistant(List.of(TextBlock.of("42"))));
        assertThat(conversation.add(answer("claude-b", "{\"type\":\"text\",\"text\":\"43\"}")).user("c").toRequest().messages()
                .get(1).content().blocks()).hasSize(1);
    }

    @Test
    void aTurnOfNothingButThinkingIsLeftOut() {
        Message thoughts = answer("claude-a", "{\"type\":\"redacted_thinking\",\"data\":\"d\"}");

        assertThat(Conversation.START.user("a").add(thoughts).user("b").toRequest("claude-b").messages())
                .containsExactly(InputMessage.user("a"), InputMessage.user("b"));
        assertThat(Conversation.START.user("a").add(answer("claude-a", "")).turns()).hasSize(1);
    }

    @Test
    void whileToolsRunTheThinkingStaysWhateverTheModel() {
        Conversation open = Conversation.START.user("a").add(ANSWER).user("b").add(CALL)
                .results(ToolResultBlock.of("t1", "1"), ToolResultBlock.of("t2", "2"));

        List<InputMessage> messages = open.toRequest("claude-b").messages();
        assertThat(messages.get(1).content().blocks()).hasSize(1);
        assertThat(messages.get(3)).isEqualTo(CALL.toInputMessage());

        Conversation finished = open.add(ANSWER).user("c");
        assertThat(finished.toRequest("claude-b").messages().get(3).content().blocks()).hasSize(2)
                .allMatch(ToolUseBlock.class::isInstance);
    }

    @Test
    void afterAFallbackEachModelKeepsItsThinking() {
        Message answer = answer("claude-b", """
                {"type":"thinking","thinking":"A","signature":"a"},{"type":"fallback","from":{"model":"claude-a"},
                 "to":{"model":"claude-b"}},{"type":"thinking","thinking":"B","signature":"b"},{"type":"text","text":"t"}""");
        Conversation conversation = Conversation.START.user("a").add(answer).user("b");

        assertThat(
                new Message(null, Role.ASSISTANT, null, conversation.toRequest("claude-a").messages().get(1).content().blocks(),
                        null, null, null, null, null, Usage.UNKNOWN, java.util.Map.of(), null).thinking())
                .isEqualTo("A");
        assertThat(conversation.toRequest("claude-b").messages().get(1).content().blocks())
                .extracting(ContentBlock::type).containsExactly("fallback", "thinking", "text");
        assertThat(conversation.toRequest("claude-c").messages().get(1).content().blocks())
                .extracting(ContentBlock::type).containsExactly("fallback", "text");
    }

    @Test
    void aSummaryTakesThePlaceOfWhatWasBefore() {
        Message summary = answer("claude-a",
                """
                        {"type":"text","text":"One moment."},{"type":"compaction","content":"They met."},{"type":"text","text":"Hello."}""");
        Conversation conversation = Conversation.START.user("a").add(ANSWER).user("b").add(summary).user("c");

        assertThat(RawJson.of(conversation.toRequest().toJson())).isEqualTo(RawJson.of("""
                {"messages":[{"role":"assistant","content":[{"type":"compaction","content":"They met."},
                  {"type":"text","text":"Hello."}]},{"role":"user","content":"c"}]}"""));
        Message failed = answer("claude-a",
                "{\"type\":\"compaction\",\"content\":null},{\"type\":\"text\",\"text\":\"Hello.\"}");
        assertThat(Conversation.START.user("a").add(failed).user("b").toRequest().messages()).hasSize(3);
    }

    @Test
    void resultsAreCheckedAndPutInTheOrderOfTheCalls() {
        Conversation open = Conversation.START.user("a").add(CALL);
        ToolResultBlock first = ToolResultBlock.of("t1", "1");
        ToolResultBlock second = ToolResultBlock.of("t2", "2");

        assertThat(open.openToolUses()).extracting(ToolUseBlock::name).containsExactly("f", "g");
        Conversation answered = open.results(second, first);
        assertThat(answered.turns().get(2).message()).isEqualTo(InputMessage.user(List.of(first, second)));
        assertThat(answered.openToolUses()).isEmpty();
        assertThat(answered.results()).isEqualTo(answered);
        assertThatThrownBy(() -> open.results(first)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("t2").hasMessageContaining("(g)");
        assertThatThrownBy(() -> open.results(first, second, ToolResultBlock.of("t3", "3")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("t3");
        assertThatThrownBy(() -> open.results(first, first, second)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two results");
        assertThatThrownBy(() -> Conversation.START.results(first)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRequestKeepsItsOwnSettings() {
        MessageRequest request = Conversation.START.user("a").add(InputMessage.system("Speak French."))
                .applyTo(MessageRequest.builder().model("claude-a").maxTokens(5).system("Mine.").user("replaced")).build();

        assertThat(request).isEqualTo(MessageRequest.builder().model("claude-a").maxTokens(5).system("Mine.").user("a")
                .systemTurn("Speak French.").build());
    }

    @Test
    void turnsSurviveStorage() {
        Conversation conversation = Conversation.START.user("a").add(CALL).results(ToolResultBlock.of("t1", "1"),
                ToolResultBlock.of("t2", "2")).add(InputMessage.system("s").withEffort("low"));

        List<ConversationTurn> stored = conversation.turns().stream()
                .map(turn -> new ConversationTurn(InputMessage.fromJson(turn.message().toJson()), turn.model())).toList();

        assertThat(new Conversation(null, stored)).isEqualTo(conversation);
    }

    @Test
    void whatWasSaidIsNotPrinted() {
        Conversation conversation = Conversation.START.system("secret").user("secret").add(ANSWER);

        assertThat(conversation.toString() + conversation.turns()).doesNotContain("secret", "42").contains("turns=2");
    }

    private static Message answer(String model, String blocks) {
        return Message.fromJson("{\"model\":\"" + model + "\",\"content\":[" + blocks + "]}");
    }
}

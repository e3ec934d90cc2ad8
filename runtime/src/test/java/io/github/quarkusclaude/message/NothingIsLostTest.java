package io.github.quarkusclaude.message;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.recorded.RecordedTraffic;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a server sends in place of what the API defines, at whatever depth, is there again when it is encoded. */
class NothingIsLostTest {

    @Property(tries = 3000)
    void aBlockWithAnyValueInAnyPlaceSurvives(@ForAll("blocks") String block, @ForAll int place,
            @ForAll("values") JsonNode value) {
        JsonNode changed = changed(block, place, value);

        RecordedTraffic.assertSameMeaning(ContentBlock.fromJson(changed.toString()).toJson(), changed, changed.toString());
    }

    @Property(tries = 1000)
    void aRequestWithAnyValueInAnyPlaceSurvives(@ForAll int place, @ForAll("values") JsonNode value) {
        JsonNode changed = changed(Samples.REQUEST, place, value);
        Assume.that(isListOf(changed.path("messages"), "content"));

        RecordedTraffic.assertSameMeaning(MessageRequest.fromJson(changed.toString()).toJson(), changed, changed.toString());
    }

    @Property(tries = 1000)
    void anAnswerWithAnyValueInAnyPlaceSurvives(@ForAll int place, @ForAll("values") JsonNode value) {
        JsonNode changed = changed(Samples.ANSWER, place, value);
        Assume.that(isListOf(changed.path("content"), "type") && changed.path("type").asText().equals("message"));

        RecordedTraffic.assertSameMeaning(Message.fromJson(changed.toString()).toJson(), changed, changed.toString());
    }

    @Provide
    Arbitrary<String> blocks() {
        return Arbitraries.of(Samples.BLOCKS);
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return Arbitraries
                .of("null", "true", "7", "1.5", "99999999999", "\"words\"", "[]", "[1]", "[null]", "[[\"a\"]]", "[{}]",
                        "[{\"type\":\"text\",\"text\":\"t\"},3]", "{}", "{\"type\":\"new\"}", "{\"type\":5,\"a\":{\"b\":[]}}",
                        "{\"a\":\"x\",\"text\":\"t\",\"type\":\"text\"}")
                .map(json -> RawJson.of(json).tree());
    }

    /** The sample with one of its values replaced, or with a field that nobody knows, whichever {@code place} means. */
    private static JsonNode changed(String sample, int place, JsonNode value) {
        JsonNode tree = RawJson.of(sample).tree();
        List<Runnable> changes = new ArrayList<>();
        collect(tree, value, changes);
        changes.get(Math.floorMod(place, changes.size())).run();
        return tree;
    }

    private static void collect(JsonNode tree, JsonNode value, List<Runnable> changes) {
        if (tree instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> changes.add(() -> object.set(name, value)));
            changes.add(() -> object.set("never_heard_of", value));
        }
        if (tree instanceof ArrayNode array) {
            changes.add(() -> array.add(value));
        }
        tree.forEach(child -> collect(child, value, changes));
    }

    /** What is made of anything but messages or blocks is refused or completed; that is not what this is about. */
    private static boolean isListOf(JsonNode list, String field) {
        for (JsonNode element : list) {
            if (list.isArray() && !element.has(field)) {
                return false;
            }
        }
        return true;
    }
}

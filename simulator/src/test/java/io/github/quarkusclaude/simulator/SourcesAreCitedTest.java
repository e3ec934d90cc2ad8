package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static io.github.quarkusclaude.simulator.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class SourcesAreCitedTest {

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

    private static final String TEXT = "Cats sleep a lot. The tide follows the moon. Bread is baked.";

    @Test
    void aTextByItsCharacters() throws IOException {
        JsonNode citation = onlyCitation(asking("What does the tide follow?",
                document("{'type':'text','media_type':'text/plain','data':'" + TEXT + "'}")));

        assertThat(citation.path("type").asText()).isEqualTo("char_location");
        assertThat(citation.path("cited_text").asText()).isEqualTo("The tide follows the moon. ")
                .isEqualTo(TEXT.substring(citation.path("start_char_index").asInt(), citation.path("end_char_index").asInt()));
        assertThat(citation.path("document_index").asInt(-1)).isZero();
        assertThat(citation.path("document_title").asText()).isEqualTo("Title");
        assertThat(citation.path("file_id").isNull()).isTrue();
    }

    @Test
    void aFileLikeAText() throws IOException {
        SimulatedFile file = simulator.addFile("a.txt", "text/plain", TEXT.getBytes(StandardCharsets.UTF_8));

        JsonNode citation = onlyCitation(
                asking("What about bread?", document("{'type':'file','file_id':'" + file.id() + "'}")));

        assertThat(citation.path("cited_text").asText()).isEqualTo("Bread is baked.");
        assertThat(citation.path("file_id").asText()).isEqualTo(file.id());
    }

    @Test
    void partsByTheirPosition() throws IOException {
        JsonNode citation = onlyCitation(asking("And the moon?", document("{'type':'content','content':["
                + "{'type':'image','source':{'type':'url','url':'https://x/y.png'}},{'type':'text','text':'The sun is far.'},"
                + "{'type':'text','text':'The moon is near.'}]}")));

        assertThat(citation.path("type").asText()).isEqualTo("content_block_location");
        assertThat(citation.path("cited_text").asText()).isEqualTo("The moon is near.");
        assertThat(citation.path("start_block_index").asInt()).isEqualTo(2);
        assertThat(citation.path("end_block_index").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aPdfByItsPages(boolean compressed) throws IOException {
        String data = Base64.getEncoder().encodeToString(pdf(compressed, "(First page.) Tj", "[(The tide ) -20 (page.)] TJ"));

        JsonNode citation = onlyCitation(asking("What about the tide?",
                document("{'type':'base64','media_type':'application/pdf','data':'" + data + "'}")));

        assertThat(citation.path("type").asText()).isEqualTo("page_location");
        assertThat(citation.path("cited_text").asText()).isEqualTo("The tide page.");
        assertThat(citation.path("start_page_number").asInt()).isEqualTo(2);
        assertThat(citation.path("end_page_number").asInt()).isEqualTo(3);
    }

    @Test
    void aSearchResultByItsBlocks() throws IOException {
        JsonNode citation = onlyCitation(asking("What about the moon?", json("{'type':'search_result','source':'s','title':'t',"
                + "'citations':{'enabled':true},'content':[{'type':'text','text':'Sun'},{'type':'text','text':'Moon'}]}")));

        assertThat(citation).isEqualTo(json("{'type':'search_result_location','cited_text':'Moon','search_result_index':0,"
                + "'source':'s','title':'t','start_block_index':1,'end_block_index':2}"));
    }

    @Test
    void everyDocumentCountsButOnlyThoseEnabledAreCited() throws IOException {
        ObjectNode first = document("{'type':'text','media_type':'text/plain','data':'One.'}");
        first.remove("citations");
        ObjectNode second = document("{'type':'text','media_type':'text/plain','data':'Two.'}");

        JsonNode citation = onlyCitation(asking("What is in there?", first, second));

        assertThat(citation.path("cited_text").asText()).isEqualTo("Two.");
        assertThat(citation.path("document_index").asInt()).isEqualTo(1);
    }

    @Test
    void nothingIsCitedUnlessThatIsEnabled() throws IOException {
        ObjectNode document = document("{'type':'text','media_type':'text/plain','data':'One.'}");
        document.putObject("citations").put("enabled", false);

        assertThat(citations(api.answer(asking("What is in there?", document)))).isEmpty();
    }

    @Test
    void inAStreamCitationsFollowTheirText() throws IOException {
        ObjectNode body = asking("What about the tide?",
                document("{'type':'text','media_type':'text/plain','data':'" + TEXT + "'}"));

        List<Event> events = api.stream(body);

        assertThat(events).extracting(Event::delta).containsSubsequence("text_delta", "text_delta", "citations_delta");
        assertThat(Event.accumulate(events).path("content")).isEqualTo(api.answer(body).path("content"));
    }

    private static byte[] pdf(boolean compressed, String... pages) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.ISO_8859_1));
        for (String page : pages) {
            byte[] content = ("BT /F1 12 Tf " + page + " ET").getBytes(StandardCharsets.ISO_8859_1);
            if (compressed) {
                ByteArrayOutputStream deflated = new ByteArrayOutputStream();
                try (DeflaterOutputStream deflater = new DeflaterOutputStream(deflated)) {
                    deflater.write(content);
                }
                content = deflated.toByteArray();
            }
            pdf.writeBytes("1 0 obj << >> stream\n".getBytes(StandardCharsets.ISO_8859_1));
            pdf.writeBytes(content);
            pdf.writeBytes("\nendstream endobj\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        return pdf.toByteArray();
    }

    private static ObjectNode document(String source) {
        ObjectNode document = json("{'type':'document','title':'Title','citations':{'enabled':true}}");
        document.set("source", json(source));
        return document;
    }

    private static ObjectNode asking(String question, ObjectNode... blocks) {
        ObjectNode body = ask(question);
        ArrayNode content = ((ObjectNode) body.at("/messages/0")).putArray("content");
        for (ObjectNode block : blocks) {
            content.add(block);
        }
        content.addObject().put("type", "text").put("text", question);
        return body;
    }

    private static JsonNode onlyCitation(ObjectNode body) throws IOException {
        List<JsonNode> citations = citations(api.answer(body));
        assertThat(citations).hasSize(1);
        return citations.get(0);
    }

    private static List<JsonNode> citations(JsonNode message) {
        List<JsonNode> citations = new ArrayList<>();
        message.path("content").forEach(block -> block.path("citations").forEach(citations::add));
        return citations;
    }
}

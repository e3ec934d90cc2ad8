package io.github.quarkusclaude.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.recorded.RecordedTraffic;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CitationsTest {

    private static final Citation CITATION = new WebCitation("words", "https://a", "A", null, Map.of());

    @Test
    void theCitedPartsOfTheTextAreFoundWithTheirSources() {
        Message message = Message.fromJson(
                """
                        {"content":[{"type":"text","text":"The grass is "},
                         {"type":"text","text":"green","citations":[
                          {"type":"char_location","cited_text":"The grass is green.","document_index":0,"document_title":"Lawn",
                           "file_id":"file_1","start_char_index":3,"end_char_index":22},
                          {"type":"web_search_result_location","cited_text":"Grass","url":"https://a","title":"A","encrypted_index":"e"}]},
                         {"type":"tool_use","id":"t","name":"f","input":{}},
                         {"type":"text","text":" and the sky "},
                         {"type":"text","text":"blue","citations":[{"type":"search_result_location","cited_text":"Sky","source":"wiki",
                          "title":null,"search_result_index":1,"start_block_index":2,"end_block_index":3}]},
                         {"type":"text","text":".","citations":[]}]}""");

        List<CitedText> cited = message.citations();

        assertThat(cited).extracting(CitedText::text).containsExactly("green", "blue");
        assertThat(message.text().substring(cited.get(1).start(), cited.get(1).end())).isEqualTo("blue");
        assertThat(cited.get(0).citations()).containsExactly(
                new DocumentCitation(DocumentCitation.Unit.CHARACTERS, "The grass is green.", 0, "Lawn", "file_1", 3, 22,
                        Map.of()),
                new WebCitation("Grass", "https://a", "A", "e", Map.of()));
        assertThat(cited.get(0).citations()).extracting(Citation::title).containsExactly("Lawn", "A");
        assertThat(cited.get(1).citations().get(0)).isInstanceOfSatisfying(SearchResultCitation.class, citation -> {
            assertThat(citation.source()).isEqualTo("wiki");
            assertThat(citation.searchResultIndex()).isEqualTo(1);
            assertThat(citation.startBlockIndex()).isEqualTo(2);
            assertThat(citation.endBlockIndex()).isEqualTo(3);
        });
    }

    @Test
    void pagesAndBlocksAreCountedToo() {
        TextBlock text = (TextBlock) ContentBlock.fromJson(
                """
                        {"type":"text","text":"t","citations":[
                         {"type":"page_location","cited_text":"p","document_index":1,"start_page_number":4,"end_page_number":5},
                         {"type":"content_block_location","cited_text":"b","document_index":2,"start_block_index":0,"end_block_index":9}]}""");

        assertThat(text.citations()).extracting("unit", "documentIndex", "start", "end").containsExactly(
                org.assertj.core.groups.Tuple.tuple(DocumentCitation.Unit.PAGES, 1, 4, 5),
                org.assertj.core.groups.Tuple.tuple(DocumentCitation.Unit.BLOCKS, 2, 0, 9));
    }

    @Test
    void anUnknownCitationIsThereAllTheSame() {
        TextBlock text = (TextBlock) ContentBlock.fromJson(
                """
                        {"type":"text","text":"t","citations":[{"type":"video_location","cited_text":"c","title":"T","second":7},"odd"]}""");

        assertThat(text.citations().get(0)).isInstanceOf(RawCitation.class).extracting("type", "citedText", "title")
                .isEqualTo(List.of("video_location", "c", "T"));
        assertThat(text.toJson()).contains("\"second\":7").contains("\"odd\"");
    }

    @Property
    void eachCitedPartIsWhereItSaysAndNoneOverlap(@ForAll List<String> texts, @ForAll List<Boolean> cited) {
        List<ContentBlock> blocks = new ArrayList<>();
        int expected = 0;
        for (int i = 0; i < texts.size(); i++) {
            boolean isCited = i < cited.size() && cited.get(i);
            blocks.add(new TextBlock(texts.get(i), isCited ? List.of(CITATION) : null, null, Map.of()));
            expected += isCited ? 1 : 0;
        }
        Message message = new Message("m", Role.ASSISTANT, "m", blocks, null, null, null, null, null, Usage.UNKNOWN, Map.of(),
                null);

        int last = 0;
        for (CitedText part : message.citations()) {
            assertThat(part.start()).isGreaterThanOrEqualTo(last);
            assertThat(message.text().substring(part.start(), part.end())).isEqualTo(part.text());
            last = part.end();
        }
        assertThat(message.citations()).hasSize(expected);
    }

    @Test
    void theCitationsOfRecordedAnswersAreAllUnderstood() {
        int citations = 0;
        for (var file : RecordedTraffic.files("messages", ".json")) {
            Message message = Message.fromJson(RecordedTraffic.text(file));
            for (CitedText cited : message.citations()) {
                assertThat(message.text().substring(cited.start(), cited.end())).isEqualTo(cited.text());
                for (Citation citation : cited.citations()) {
                    assertThat(citation).isNotInstanceOf(RawCitation.class);
                    assertThat(citation.citedText()).isNotNull();
                    citations++;
                }
            }
        }
        assertThat(citations).isGreaterThan(10);
    }
}

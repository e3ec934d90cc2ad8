package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

class InvalidBlocksAreRefusedTest {

    private static ClaudeSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "'type':'image','source':{'type':'base64','media_type':'image/bmp','data':'AAAA'}   | source.media_type: must be one of",
            "'type':'image','source':{'type':'base64','media_type':'image/png','data':'A-'}     | source.data: must be valid base64",
            "'type':'image','source':{'type':'base64','media_type':'image/png','data':''}       | source.data: must not be empty",
            "'type':'image','source':{'type':'url','url':'ftp://x/y'}                           | source.url: must be an http",
            "'type':'image','source':{'type':'file'}                                            | source.file_id: field required",
            "'type':'image','source':{'type':'text','data':'x'}                                 | source.type: must be one of",
            "'type':'image'                                                                     | source: field required",
            "'type':'document','source':{'type':'base64','media_type':'image/png','data':'AA=='}| source.media_type: must be one of",
            "'type':'document','source':{'type':'text','media_type':'text/html','data':'x'}     | source.media_type: must be one of",
            "'type':'document','source':{'type':'content','content':[{'type':'document'}]}      | source.content.0.type: must be one",
            "'type':'search_result','source':'s','title':'t'                                    | content: field required",
            "'type':'tool_result','tool_use_id':'nobody'                                        | tool_use_id: \"nobody\" answers no",
            "'type':'tool_use','id':'a','name':'b','input':{}                                   | type: tool_use blocks are not",
            "'type':'text','text':'x','citations':[{'type':'char_location'}]                    | citations: citations are not allowed",
            "'text':'x'                                                                         | type: field required",
    })
    void blocksOfTheUser(String block, String message) throws IOException {
        assertRefused("{'messages':[{'role':'user','content':[{" + block + "}]}]}", "messages.0.content.0." + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'a','input':{}}]} "
                    + "| messages.1.content.0: tool_use must be followed",
            "{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'a','input':{}}]},{'role':'user','content':'so?'} "
                    + "| messages.2.content: tool_use ids without tool_result in this message: [t1]",
            "{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'a','input':{}}]},{'role':'user','content':"
                    + "[{'type':'text','text':'so?'},{'type':'tool_result','tool_use_id':'t1'}]} "
                    + "| messages.2.content.1: tool_result blocks must come first",
            "{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'a','input':{}}]},{'role':'user','content':"
                    + "[{'type':'tool_result','tool_use_id':'t1'},{'type':'tool_result','tool_use_id':'t1'}]} "
                    + "| messages.2.content.1.tool_use_id: \"t1\" answers no",
            "{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'a','input':{}},"
                    + "{'type':'tool_use','id':'t1','name':'a','input':{}}]} "
                    + "| messages.1.content.1.id: tool_use ids must be unique",
            "{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'a','input':{}}]},"
                    + "{'role':'system','content':'wait'},{'role':'user','content':[{'type':'tool_result','tool_use_id':'t1'}]} "
                    + "| messages.1.content.0: tool_use must be followed",
            "{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'a','input':'x'}]} "
                    + "| messages.1.content.0.input: must be an object",
            "{'role':'assistant','content':'Well'}                              | messages: the conversation must end with",
            "{'role':'assistant','content':[{'type':'document','source':{}}]}   | messages.1.content.0: document blocks are not",
            "{'role':'assistant','content':[{'type':'thinking','thinking':'x'}]} | messages.1.content.0.signature: field required",
            "{'role':'assistant','content':[{'type':'thinking','thinking':'x','signature':'eA=='}]},{'role':'user','content':'y'} "
                    + "| messages.1.content.0.signature: invalid signature",
            "{'role':'assistant','content':[{'type':'redacted_thinking','data':'eA=='}]},{'role':'user','content':'y'} "
                    + "| messages.1.content.0.data: invalid data",
    })
    void conversations(String more, String message) throws IOException {
        assertRefused("{'messages':[{'role':'user','content':'Hello'}," + more + "]}", message);
    }

    @Test
    void citationsWithinASearchResult() throws IOException {
        assertRefused("{'messages':[{'role':'user','content':[{'type':'search_result','source':'s','title':'t','content':"
                + "[{'type':'text','text':'x','citations':[{'type':'char_location'}]}]}]}]}",
                "messages.0.content.0.content.0.citations: citations are not allowed");
    }

    @Test
    void anImageForAModelThatSeesNothing() throws IOException {
        try (ClaudeSimulator classic = ClaudeSimulator.builder().catalog("classic").start()) {
            Api api = new Api(classic);
            ObjectNode body = Api.ask("claude-3-5-haiku-20241022", "x");
            body.set("messages", Api.json("{'m':[{'role':'user','content':[{'type':'image','source':{'type':'url',"
                    + "'url':'https://x/y'}}]}]}").get("m"));

            assertThat(api.error(api.messages(body), 400).path("message").asText())
                    .isEqualTo("messages.0.content.0: image input is not supported by claude-3-5-haiku-20241022");
        }
    }

    @ParameterizedTest
    @CsvSource({ "claude-sonnet-5", "claude-opus-4-7", "claude-haiku-4-5" })
    void aSystemMessageToAModelThatKnowsNone(String model) throws IOException {
        assertRefused("{'model':'" + model + "','messages':[{'role':'user','content':'x'},{'role':'system','content':'y'}]}",
                "messages.1.role: this model takes no system messages");
    }

    @Test
    void aPrefillThatEndsInASpace() throws IOException {
        assertRefused("{'model':'claude-haiku-4-5','messages':[{'role':'user','content':'x'},"
                + "{'role':'assistant','content':'The answer is '}]}",
                "final assistant content cannot end with trailing whitespace");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "'type':'text','text':'x','colour':'red' | colour: Extra inputs are not permitted",
            "'type':'image','source':{'type':'url','url':'https://x'},'transformations':{'oversized_image':'crop'} | transformations.oversized_image: must be one of",
            "'type':'document','source':{'type':'url','url':'https://x'},'citations':{'enabled':'yes'} | citations.enabled: must be true or false",
            "'type':'search_result','source':'s','title':'t','content':[{'type':'image'}] | content.0.type: must be one of text",
            "'type':'container_upload' | file_id: field required",
            "'type':'mcp_tool_result','tool_use_id':'x' | type: needs the anthropic-beta value mcp-client-2025-11-20",
            "'type':'advisor_tool_result','tool_use_id':'x','content':{} | type: needs the anthropic-beta value advisor-tool-2026-03-01",
            "'type':'web_search_tool_result','tool_use_id':'x' | content: field required",
    })
    void fieldsOfBlocks(String block, String message) throws IOException {
        assertRefused("{'messages':[{'role':'user','content':[{" + block + "}]}]}", "messages.0.content.0." + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "'toolset_name':'browser' | 'content':'x' | toolset_name: must be the toolset_name of the tool_use",
            "'toolset_name':'desk' | 'content':'x' | messages.1.content.0.toolset_name: must be one of",
            "'caller':{'type':'direct'} | 'content':[{'type':'sound'}] | messages.2.content.0.content.0.type: must be one of",
            "'caller':7 | 'content':'x' | messages.1.content.0.caller: must be an object",
            "'id':'t' | 'content':[{'type':'tool_reference','tool_name':'b'}] | tool_name: there is no tool named",
    })
    void contentsOfToolTurns(String call, String result, String message) throws IOException {
        assertRefused("{'messages':[{'role':'user','content':'x'},{'role':'assistant','content':[{'type':'tool_use','id':'t',"
                + "'name':'n','input':{}," + call + "}]},{'role':'user','content':[{'type':'tool_result','tool_use_id':'t',"
                + result + "}]}]}", message);
    }

    @Test
    void moreImagesThanTheModelTakes() throws IOException {
        String image = "{'type':'image','source':{'type':'url','url':'https://x/y.png'}}";
        String images = (image + ",").repeat(100) + image;
        assertRefused("{'model':'claude-haiku-4-5','messages':[{'role':'user','content':[" + images + "]}]}",
                "messages.0.content.100: too many images; claude-haiku-4-5-20251001 takes at most 100");
    }

    private static void assertRefused(String change, String message) throws IOException {
        new Api(simulator).assertRefused(change, message);
    }
}

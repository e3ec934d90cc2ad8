package io.github.quarkusclaude.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.json.RawJson;

/** What tools that the API runs gave back is read by type. */
class ServerToolsTest {

    @Test
    void noBlockThatTheApiDefinesIsRaw() {
        for (String sample : Samples.BLOCKS) {
            ContentBlock block = ContentBlock.fromJson(sample);
            assertThat(block).isNotInstanceOf(RawBlock.class);
            assertThat(block.additionalFields().values()).as(sample).allMatch(RawJson.NULL::equals);
            if (block instanceof ServerToolResultBlock result) {
                assertThat(result.content()).isNotNull().isNotInstanceOf(RawServerToolResult.class);
                assertThat(result.content().additionalFields().values()).as(sample).allMatch(RawJson.NULL::equals);
            }
        }
        assertThat(Samples.BLOCKS.stream().map(sample -> ContentBlock.fromJson(sample).getClass()).collect(Collectors.toSet()))
                .hasSize(ContentBlock.class.getPermittedSubclasses().length - 1);
    }

    @Test
    void aCallAndItsResultBelongTogether() {
        Message message = Message.fromJson("""
                {"content":[
                 {"type":"server_tool_use","id":"s1","name":"web_search","input":{"query":"q"}},
                 {"type":"server_tool_use","id":"s2","name":"web_fetch","input":{"url":"u"},
                  "caller":{"type":"code_execution_20260120","tool_id":"s0"}},
                 {"type":"web_fetch_tool_result","tool_use_id":"s2","content":{"type":"web_fetch_tool_result_error",
                  "error_code":"url_not_allowed"}},
                 {"type":"web_search_tool_result","tool_use_id":"s1","content":[{"type":"web_search_result","url":"https://a",
                  "title":"A","encrypted_content":"e","page_age":"3 days ago"}]},
                 {"type":"server_tool_use","id":"s3","name":"bash_code_execution","input":{"command":"ls"}}]}""");

        List<ServerToolCall> calls = message.serverToolCalls();

        assertThat(calls).extracting(call -> call.use().name())
                .containsExactly("web_search", "web_fetch", "bash_code_execution");
        assertThat(calls.get(0).result().content()).isInstanceOfSatisfying(WebSearchResults.class,
                found -> assertThat(found.results()).singleElement().extracting("url", "title", "pageAge")
                        .isEqualTo(List.of("https://a", "A", "3 days ago")));
        assertThat(calls.get(0).result().isError()).isFalse();
        assertThat(calls.get(0).use().caller()).isNull();
        assertThat(calls.get(1).use().caller().isDirect()).isFalse();
        assertThat(calls.get(1).result().isError()).isTrue();
        assertThat(calls.get(1).result().content()).isInstanceOfSatisfying(ServerToolError.class,
                error -> assertThat(error.errorCode()).isEqualTo("url_not_allowed"));
        assertThat(calls.get(2).result()).isNull();
    }

    @Test
    void codeFilesAndToolsAreFound() {
        assertThat(content("code_execution_tool_result", """
                {"type":"code_execution_result","stdout":"4","stderr":"","return_code":0,
                 "content":[{"type":"code_execution_output","file_id":"file_1"}]}"""))
                .isInstanceOfSatisfying(CodeExecutionResult.class, result -> {
                    assertThat(result.stdout()).isEqualTo("4");
                    assertThat(result.returnCode()).isZero();
                    assertThat(result.content()).singleElement().extracting(CodeExecutionFile::fileId).isEqualTo("file_1");
                });
        assertThat(content("tool_search_tool_result", """
                {"type":"tool_search_tool_search_result","tool_references":[{"type":"tool_reference","tool_name":"a"},
                 {"type":"tool_reference","tool_name":"b"}]}"""))
                .isInstanceOfSatisfying(ToolSearchResult.class,
                        result -> assertThat(result.toolNames()).containsExactly("a", "b"));
        assertThat(content("web_fetch_tool_result", """
                {"type":"web_fetch_result","url":"u","retrieved_at":"2026-11-22T10:00:00Z",
                 "content":{"type":"document","source":{"type":"text","media_type":"text/plain","data":"d"},"title":"T"}}"""))
                .isInstanceOfSatisfying(WebFetchResult.class,
                        result -> assertThat(result.content()).isInstanceOfSatisfying(DocumentBlock.class,
                                document -> assertThat(document.title()).isEqualTo("T")));
        assertThat(content("text_editor_code_execution_tool_result", """
                {"type":"text_editor_code_execution_str_replace_result","lines":["-a","+b"],"old_start":1,"old_lines":1,
                 "new_start":1,"new_lines":1}"""))
                .isInstanceOfSatisfying(FileEditResult.class, edit -> assertThat(edit.lines()).containsExactly("-a", "+b"));
        assertThat(
                content("advisor_tool_result", "{\"type\":\"advisor_result\",\"text\":\"Wait.\",\"stop_reason\":\"end_turn\"}"))
                .isInstanceOfSatisfying(AdvisorResult.class, advice -> assertThat(advice.text()).isEqualTo("Wait."));
    }

    @Test
    void aResultOfAToolsetNamesTheToolset() {
        ToolUseBlock use = (ToolUseBlock) ContentBlock.fromJson(
                """
                        {"type":"tool_use","id":"t","name":"screenshot","toolset_name":"computer","input":{},"caller":{"type":"direct"}}""");

        assertThat(use.caller().isDirect()).isTrue();
        assertThat(ToolResultBlock.of(use, "done").toJson()).contains("\"toolset_name\":\"computer\"");
        assertThat(ToolResultBlock.error(use, "no").toJson()).contains("\"toolset_name\":\"computer\"", "\"is_error\":true");
    }

    @Test
    void toolsAreAddedAndRemovedWithinAConversation() {
        InputMessage change = InputMessage.system(List.of(ToolChangeBlock.add(ToolTarget.tool("a")),
                ToolChangeBlock.add(ToolTarget.definition(Tool.of("b", "d", RawJson.EMPTY_OBJECT))),
                ToolChangeBlock.remove(ToolTarget.mcpTool("s", "c")), ToolChangeBlock.remove(ToolTarget.mcpToolset("s"))));

        assertThat(RawJson.of(change.toJson())).isEqualTo(RawJson.of("""
                {"role":"system","content":[
                 {"type":"tool_addition","tool":{"type":"tool_reference","name":"a"}},
                 {"type":"tool_addition","tool":{"type":"tool_definition",
                  "definition":{"name":"b","description":"d","input_schema":{}}}},
                 {"type":"tool_removal","tool":{"type":"mcp_tool_reference","server_name":"s","name":"c"}},
                 {"type":"tool_removal","tool":{"type":"mcp_toolset_reference","server_name":"s"}}]}"""));
    }

    @Test
    void documentsAndSearchResultsAreMadeToBeCited() {
        assertThat(RawJson.of(InputMessage.user(List.of(
                DocumentBlock.of(Source.text("a"), "T").withContext("c").withCitations()
                        .withCacheControl(CacheControl.FIVE_MINUTES),
                SearchResultBlock.of("wiki", "W", "p1", "p2").withCitations().withCacheControl(CacheControl.FIVE_MINUTES),
                ContainerUploadBlock.of("file_1"))).toJson())).isEqualTo(RawJson.of("""
                        {"role":"user","content":[
                         {"type":"document","source":{"type":"text","media_type":"text/plain","data":"a"},"title":"T",
                          "context":"c","citations":{"enabled":true},"cache_control":{"type":"ephemeral"}},
                         {"type":"search_result","source":"wiki","title":"W","content":[{"type":"text","text":"p1"},
                          {"type":"text","text":"p2"}],"citations":{"enabled":true},"cache_control":{"type":"ephemeral"}},
                         {"type":"container_upload","file_id":"file_1"}]}"""));
    }

    @Test
    void anAnswerTellsWhatItThoughtWhyItStoppedAndWhatItUsed() {
        Message answer = Message.fromJson(Samples.ANSWER);

        assertThat(answer.isRefusal()).isTrue();
        assertThat(answer.stopDetails()).extracting("category", "explanation", "recommendedModel", "fallbackCreditToken")
                .isEqualTo(List.of("cyber", "e", "n", "t"));
        assertThat(answer.diagnostics().cacheMissReason().type()).isEqualTo("model_changed");
        assertThat(answer.usage().cacheCreation()).extracting("fiveMinuteTokens", "oneHourTokens").isEqualTo(List.of(4, 5));
        assertThat(answer.usage().thinkingTokens()).isEqualTo(7);
        assertThat(answer.usage().serverToolUse()).extracting("webSearchRequests", "webFetchRequests").isEqualTo(List.of(8, 9));
        assertThat(answer.usage().iterations()).singleElement().extracting("type", "outputTokens")
                .isEqualTo(List.of("message", 2));
        assertThat(Message
                .fromJson(
                        """
                                {"content":[{"type":"thinking","thinking":"One.","signature":"s"},{"type":"thinking","thinking":"","signature":"s"},
                                 {"type":"text","text":"t"},{"type":"thinking","thinking":"Two.","signature":"s"}]}""")
                .thinking())
                .isEqualTo("One.\n\nTwo.");
        assertThat(Message.fromJson("{\"content\":[]}").isRefusal()).isFalse();
    }

    @Test
    void anImageSaysWhatHappensIfItIsTooLarge() {
        assertThat(RawJson.of(ImageBlock.of(Source.file("f")).withTransformations(ImageTransformations.DOWNSIZE)
                .withCacheControl(CacheControl.FIVE_MINUTES).toJson())).isEqualTo(RawJson.of("""
                        {"type":"image","source":{"type":"file","file_id":"f"},
                         "transformations":{"oversized_image":"downsize"},"cache_control":{"type":"ephemeral"}}"""));
    }

    private static ServerToolResult content(String type, String content) {
        return ((ServerToolResultBlock) ContentBlock
                .fromJson("{\"type\":\"" + type + "\",\"tool_use_id\":\"s\",\"content\":" + content + "}")).content();
    }
}

package io.github.quarkusclaude.message;

import java.util.List;

/** One of everything that the API defines, written for these tests. */
public final class Samples {

    /** Every kind of content block, with all its fields. */
    public static final List<String> BLOCKS = List.of(
            """
                    {"type":"text","text":"t","citations":[{"type":"char_location","cited_text":"c",
                     "document_index":0,"document_title":"T","file_id":null,"start_char_index":1,
                     "end_char_index":2}],"cache_control":{"type":"ephemeral","ttl":"1h"}}""",
            """
                    {"type":"text","text":"t","citations":[{"type":"page_location","cited_text":"c",
                     "document_index":0,"document_title":null,"start_page_number":1,
                     "end_page_number":2},{"type":"content_block_location","cited_text":"c","document_index":0,
                     "document_title":"T","start_block_index":0,
                     "end_block_index":1},{"type":"web_search_result_location","cited_text":"c",
                     "encrypted_index":"e","title":"T","url":"u"},{"type":"search_result_location","cited_text":"c",
                     "search_result_index":0,"source":"s","title":"T","start_block_index":0,"end_block_index":1}]}""",
            """
                    {"type":"image","source":{"type":"file","file_id":"f"},"transformations":{"oversized_image":"downsize"}}""",
            """
                    {"type":"document","source":{"type":"content","content":[{"type":"text","text":"a"}]},
                     "title":"T","context":"c","citations":{"enabled":true}}""",
            """
                    {"type":"search_result","source":"s","title":"T","content":[{"type":"text","text":"a"}],
                     "citations":{"enabled":true},"cache_control":{"type":"ephemeral"}}""",
            """
                    {"type":"thinking","thinking":"h","signature":"s"}""",
            """
                    {"type":"redacted_thinking","data":"d"}""",
            """
                    {"type":"tool_use","id":"i","name":"n","input":{"a":1},
                     "caller":{"type":"code_execution_20260120","tool_id":"t"},"toolset_name":"browser"}""",
            """
                    {"type":"tool_result","tool_use_id":"i","content":[{"type":"text",
                     "text":"a"},{"type":"tool_reference","tool_name":"n"}],"is_error":false,
                     "toolset_name":"browser"}""",
            """
                    {"type":"tool_reference","tool_name":"n","cache_control":{"type":"ephemeral"}}""",
            """
                    {"type":"server_tool_use","id":"i","name":"web_search","input":{"query":"q"},
                     "caller":{"type":"direct"}}""",
            """
                    {"type":"web_search_tool_result","tool_use_id":"i","content":[{"type":"web_search_result",
                     "url":"u","title":"T","encrypted_content":"e","page_age":null}],"caller":{"type":"direct"}}""",
            """
                    {"type":"web_search_tool_result","tool_use_id":"i",
                     "content":{"type":"web_search_tool_result_error","error_code":"max_uses_exceeded"}}""",
            """
                    {"type":"web_fetch_tool_result","tool_use_id":"i","content":{"type":"web_fetch_result",
                     "url":"u","retrieved_at":"2026-11-22T10:00:00Z","content":{"type":"document",
                     "source":{"type":"text","media_type":"text/plain","data":"d"},"title":"T"}}}""",
            """
                    {"type":"code_execution_tool_result","tool_use_id":"i",
                     "content":{"type":"code_execution_result","stdout":"o","stderr":"e","return_code":0,
                     "content":[{"type":"code_execution_output","file_id":"f"}]}}""",
            """
                    {"type":"code_execution_tool_result","tool_use_id":"i",
                     "content":{"type":"encrypted_code_execution_result","encrypted_stdout":"o","stderr":"e",
                     "return_code":1,"content":[]}}""",
            """
                    {"type":"bash_code_execution_tool_result","tool_use_id":"i",
                     "content":{"type":"bash_code_execution_result","stdout":"o","stderr":"e","return_code":0,
                     "content":[{"type":"bash_code_execution_output","file_id":"f"}]}}""",
            """
                    {"type":"text_editor_code_execution_tool_result","tool_use_id":"i",
                     "content":{"type":"text_editor_code_execution_view_result","content":"c","file_type":"text",
                     "num_lines":1,"start_line":1,"total_lines":9}}""",
            """
                    {"type":"text_editor_code_execution_tool_result","tool_use_id":"i",
                     "content":{"type":"text_editor_code_execution_create_result","is_file_update":true}}""",
            """
                    {"type":"text_editor_code_execution_tool_result","tool_use_id":"i",
                     "content":{"type":"text_editor_code_execution_str_replace_result","lines":["-a","+b"],
                     "old_start":1,"old_lines":1,"new_start":1,"new_lines":1}}""",
            """
                    {"type":"text_editor_code_execution_tool_result","tool_use_id":"i",
                     "content":{"type":"text_editor_code_execution_tool_result_error","error_code":"file_not_found",
                     "error_message":"m"}}""",
            """
                    {"type":"tool_search_tool_result","tool_use_id":"i",
                     "content":{"type":"tool_search_tool_search_result","tool_references":[{"type":"tool_reference",
                     "tool_name":"n"}]}}""",
            """
                    {"type":"advisor_tool_result","tool_use_id":"i","content":{"type":"advisor_result","text":"t",
                     "stop_reason":"end_turn"}}""",
            """
                    {"type":"advisor_tool_result","tool_use_id":"i","content":{"type":"advisor_redacted_result",
                     "encrypted_content":"e","stop_reason":null}}""",
            """
                    {"type":"container_upload","file_id":"f"}""",
            """
                    {"type":"mcp_tool_use","id":"i","name":"n","server_name":"s","input":{}}""",
            """
                    {"type":"mcp_tool_result","tool_use_id":"i","is_error":false,"content":[{"type":"text",
                     "text":"a"}]}""",
            """
                    {"type":"mcp_tool_listing","mcp_server_name":"s","tools":[{"name":"n","description":"d",
                     "input_schema":{"type":"object"}}]}""",
            """
                    {"type":"compaction","content":"c","encrypted_content":null,"signature":"s",
                     "tool_changes":[{"a":1}]}""",
            """
                    {"type":"fallback","from":{"model":"a"},"to":{"model":"b"},"trigger":{"type":"refusal"}}""",
            """
                    {"type":"tool_addition","tool":{"type":"tool_definition","definition":{"name":"n",
                     "input_schema":{"type":"object"}}}}""",
            """
                    {"type":"tool_removal","tool":{"type":"mcp_tool_reference","server_name":"s","name":"n"}}""");

    /** A request with all parameters. */
    static final String REQUEST = """
            {"model":"m","max_tokens":9,"system":[{"type":"text","text":"s"}],
             "messages":[{"role":"user","content":"u"},{"role":"assistant","content":[{"type":"text","text":"a"}]},
              {"role":"system","content":"y","output_config":{"effort":"low"},"clear_at":"next_user_message"}],
             "stop_sequences":["END"],"temperature":0.5,"top_p":0.9,"top_k":5,
             "thinking":{"type":"enabled","budget_tokens":1024,"display":"summarized","block_binding":{"prefix_mismatch_behavior":"drop_block"}},
             "output_config":{"effort":"low","format":{"type":"json_schema","schema":{"type":"object"}},
              "task_budget":{"type":"tokens","total":100,"remaining":50}},
             "tools":[{"name":"f","description":"d","input_schema":{"type":"object"},"strict":true,"defer_loading":true,
               "allowed_callers":["direct"],"input_examples":[{"a":1}],"eager_input_streaming":true,"cache_control":{"type":"ephemeral"}},
              {"type":"web_search_20260318","name":"web_search","max_uses":1,"user_location":{"type":"approximate","city":"Bern"}}],
             "tool_choice":{"type":"tool","name":"f","disable_parallel_tool_use":true},"cache_control":{"type":"ephemeral"},
             "metadata":{"user_id":"u"},"service_tier":"auto","inference_geo":"us","speed":"fast",
             "container":{"id":"c","skills":[{"type":"anthropic","skill_id":"pptx","version":"latest"}]},
             "diagnostics":{"previous_message_id":null},
             "mcp_servers":[{"type":"url","url":"https://a","name":"s","authorization_token":"t"}],
             "context_management":{"edits":[{"type":"clear_thinking_20251015","keep":"all"},
              {"type":"clear_tool_uses_20250919","trigger":{"type":"input_tokens","value":1},"keep":{"type":"tool_uses","value":2},
               "clear_at_least":{"type":"input_tokens","value":3},"exclude_tools":["f"],"clear_tool_inputs":true},
              {"type":"compact_20260112","trigger":{"type":"input_tokens","value":4},"instructions":"i","pause_after_compaction":true}]},
             "compaction":{"type":"summarize","instructions":"i"},
             "fallbacks":[{"model":"n","max_tokens":5,"thinking":{"type":"adaptive"},"output_config":{"effort":"high"},"speed":"standard"}],
             "fallback_credit_token":{"token":"t","mode":"strict"},"thread":{"type":"continue","previous_message_id":"p"},
             "billing_policy":{"type":"billing_policy","bill_to":"self"},"stream":true}""";

    /** An answer with all fields. */
    static final String ANSWER = """
            {"id":"msg_1","type":"message","role":"assistant","model":"m",
             "content":[{"type":"text","text":"a","citations":null},{"type":"server_tool_use","id":"i","name":"web_search","input":{}}],
             "stop_reason":"refusal","stop_sequence":null,
             "stop_details":{"type":"refusal","category":"cyber","explanation":"e","recommended_model":"n","fallback_credit_token":"t",
              "fallback_has_prefill_claim":true},
             "container":{"id":"c","expires_at":"2026-11-22T10:00:00Z","skills":[{"type":"anthropic","skill_id":"pptx","version":"1"}]},
             "diagnostics":{"cache_miss_reason":{"type":"model_changed","cache_missed_input_tokens":5}},
             "context_management":{"applied_edits":[]},"input_transformations":[],
             "usage":{"input_tokens":1,"cache_creation_input_tokens":2,"cache_read_input_tokens":3,
              "cache_creation":{"ephemeral_5m_input_tokens":4,"ephemeral_1h_input_tokens":5},"output_tokens":6,
              "output_tokens_details":{"thinking_tokens":7},"server_tool_use":{"web_search_requests":8,"web_fetch_requests":9},
              "service_tier":"standard","inference_geo":"us","speed":"fast",
              "iterations":[{"type":"message","model":"m","input_tokens":1,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,
               "cache_creation":{"ephemeral_5m_input_tokens":0,"ephemeral_1h_input_tokens":0},"output_tokens":2}]}}""";

    private Samples() {
    }
}

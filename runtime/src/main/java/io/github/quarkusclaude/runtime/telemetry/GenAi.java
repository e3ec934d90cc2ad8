package io.github.quarkusclaude.runtime.telemetry;

/**
 * The names and values that OpenTelemetry's conventions for generative AI prescribe.
 */
final class GenAi {

    static final String OPERATION_NAME = "gen_ai.operation.name";
    static final String PROVIDER_NAME = "gen_ai.provider.name";
    static final String REQUEST_MODEL = "gen_ai.request.model";
    static final String REQUEST_STREAM = "gen_ai.request.stream";
    static final String REQUEST_MAX_TOKENS = "gen_ai.request.max_tokens";
    static final String REQUEST_TEMPERATURE = "gen_ai.request.temperature";
    static final String REQUEST_TOP_P = "gen_ai.request.top_p";
    static final String REQUEST_TOP_K = "gen_ai.request.top_k";
    static final String RESPONSE_ID = "gen_ai.response.id";
    static final String RESPONSE_MODEL = "gen_ai.response.model";
    static final String RESPONSE_FINISH_REASONS = "gen_ai.response.finish_reasons";
    static final String RESPONSE_TIME_TO_FIRST_CHUNK = "gen_ai.response.time_to_first_chunk";
    static final String USAGE_INPUT_TOKENS = "gen_ai.usage.input_tokens";
    static final String USAGE_OUTPUT_TOKENS = "gen_ai.usage.output_tokens";
    static final String USAGE_CACHE_READ = "gen_ai.usage.cache_read.input_tokens";
    static final String USAGE_CACHE_WRITE = "gen_ai.usage.cache_write.input_tokens";
    static final String USAGE_REASONING = "gen_ai.usage.reasoning.output_tokens";
    static final String TOKEN_TYPE = "gen_ai.token.type";
    static final String INPUT_MESSAGES = "gen_ai.input.messages";
    static final String OUTPUT_MESSAGES = "gen_ai.output.messages";
    static final String SYSTEM_INSTRUCTIONS = "gen_ai.system_instructions";
    static final String SERVER_ADDRESS = "server.address";
    static final String SERVER_PORT = "server.port";
    static final String ERROR_TYPE = "error.type";

    static final String TOOL_NAME = "gen_ai.tool.name";
    static final String TOOL_TYPE = "gen_ai.tool.type";
    static final String TOOL_CALL_ID = "gen_ai.tool.call.id";
    static final String TOOL_CALL_ARGUMENTS = "gen_ai.tool.call.arguments";
    static final String TOOL_CALL_RESULT = "gen_ai.tool.call.result";

    static final String EXECUTE_TOOL = "execute_tool";
    static final String FUNCTION = "function";
    static final String CHAT = "chat";
    static final String ANTHROPIC = "anthropic";

    private GenAi() {
    }

    /** The class of a failure: there are few of them. */
    static String errorType(Throwable failure) {
        return failure.getClass().getName();
    }
}

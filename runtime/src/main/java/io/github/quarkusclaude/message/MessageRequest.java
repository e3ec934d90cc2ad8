package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;

/**
 * A request to the model.
 *
 * <pre>
 * MessageRequest.builder().system("Be brief.").user("What is the capital of France?").build();
 * </pre>
 *
 * What a request leaves out is filled in from the client's configuration: model, {@code max_tokens}, system prompt.
 *
 * @param model the model's id
 * @param maxTokens how many tokens the answer may have at most, thinking included
 * @param system instructions that stand before the conversation
 * @param messages the conversation
 * @param stopSequences texts at which the model stops
 * @param temperature randomness from 0 to 1; only models up to 4.6 take it
 * @param topP nucleus sampling; only models up to 4.6 take it
 * @param topK sampling from the k likeliest; only models up to 4.6 take it
 * @param thinking whether and how the model thinks first
 * @param outputConfig how the model should answer
 * @param tools the tools it may ask for
 * @param toolChoice whether it may, must or must not use them
 * @param cacheControl caches the prompt up to its last cacheable block
 * @param metadata about whom the request is
 * @param serviceTier {@code auto} or {@code standard_only}
 * @param inferenceGeo where the model runs: {@code us} or {@code global}
 * @param speed {@code standard} or {@code fast}
 * @param container the container in which the model's code runs, and the skills in it
 * @param diagnostics asks why the prompt cache was not used
 * @param mcpServers Model Context Protocol servers that the API calls
 * @param contextManagement what is left out of a long conversation
 * @param compaction asks for a summary instead of an answer
 * @param fallbacks which models are asked when this one declines
 * @param fallbackCredit what an earlier refusal left behind
 * @param thread keeps the conversation at the API
 * @param billingPolicy who pays
 * @param stream set by the client; what an application puts here is overwritten
 * @param options what is asked of the client; not part of the JSON
 * @param additionalFields further parameters by their API names
 */
public record MessageRequest(@Nullable String model, @Nullable Integer maxTokens, @Nullable Content system,
        List<InputMessage> messages, @Nullable List<String> stopSequences, @Nullable Double temperature,
        @Nullable Double topP, @Nullable Integer topK, @Nullable ThinkingConfig thinking,
        @Nullable OutputConfig outputConfig, @Nullable List<Tool> tools, @Nullable ToolChoice toolChoice,
        @Nullable CacheControl cacheControl, @Nullable Metadata metadata, @Nullable String serviceTier,
        @Nullable String inferenceGeo, @Nullable String speed, @Nullable Container container,
        @Nullable DiagnosticsConfig diagnostics, @Nullable List<McpServer> mcpServers,
        @Nullable ContextManagement contextManagement, @Nullable CompactionConfig compaction, @Nullable Fallbacks fallbacks,
        @Nullable FallbackCredit fallbackCredit, @Nullable MessageThread thread, @Nullable BillingPolicy billingPolicy,
        @Nullable Boolean stream,
        RequestOptions options, Map<String, RawJson> additionalFields) implements ApiObject {

    public MessageRequest {
        messages = List.copyOf(messages);
        stopSequences = stopSequences == null ? null : List.copyOf(stopSequences);
        tools = tools == null ? null : List.copyOf(tools);
        mcpServers = mcpServers == null ? null : List.copyOf(mcpServers);
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A request that says one thing and leaves everything else to the configuration. */
    public static MessageRequest of(String prompt) {
        return builder().user(prompt).build();
    }

    /** A builder of a request that says nothing yet. */
    public static MessageRequestBuilder builder() {
        return new MessageRequestBuilder();
    }

    /** A builder that starts from this request. */
    public MessageRequestBuilder toBuilder() {
        return new MessageRequestBuilder(this);
    }

    /**
     * Decodes a request from JSON.
     *
     * @throws io.github.quarkusclaude.json.MalformedJsonException if the text is not a JSON object
     */
    public static MessageRequest fromJson(String json) {
        return ApiJson.decode(json, MessageRequest::readFrom);
    }

    static MessageRequest readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        MessageRequestBuilder builder = new MessageRequestBuilder();
        while (fields.next()) {
            switch (fields.name()) {
                case "model" -> builder.model(fields.text());
                case "max_tokens" -> builder.maxTokens(fields.integer());
                case "system" -> builder.system(fields.arrayOrText(Content::readFrom));
                case "messages" -> {
                    List<InputMessage> messages = fields.list(InputMessage::readFrom);
                    builder.messages(messages == null ? List.of() : messages);
                }
                case "stop_sequences" -> builder.stopSequences(fields.texts());
                case "temperature" -> builder.temperature(fields.number());
                case "top_p" -> builder.topP(fields.number());
                case "top_k" -> builder.topK(fields.integer());
                case "thinking" -> builder.thinking(fields.object(ThinkingConfig::readFrom));
                case "output_config" -> builder.outputConfig(fields.object(OutputConfig::readFrom));
                case "tools" -> builder.tools(fields.objects(Tool::readFrom));
                case "tool_choice" -> builder.toolChoice(fields.object(ToolChoice::readFrom));
                case "cache_control" -> builder.cacheControl(fields.object(CacheControl::readFrom));
                case "metadata" -> builder.metadata(fields.object(Metadata::readFrom));
                case "service_tier" -> builder.serviceTier(fields.text());
                case "inference_geo" -> builder.inferenceGeo(fields.text());
                case "speed" -> builder.speed(fields.text());
                case "container" -> builder.container(fields.objectOrText(Container::readFrom));
                case "diagnostics" -> builder.diagnostics(fields.object(DiagnosticsConfig::readFrom));
                case "mcp_servers" -> builder.mcpServers(fields.objects(McpServer::readFrom));
                case "context_management" -> builder.contextManagement(fields.object(ContextManagement::readFrom));
                case "compaction" -> builder.compaction(fields.object(CompactionConfig::readFrom));
                case "fallbacks" -> builder.fallbacks(fields.arrayOrText(Fallbacks::readFrom));
                case "fallback_credit_token" -> builder.fallbackCredit(fields.objectOrText(FallbackCredit::readFrom));
                case "thread" -> builder.thread(fields.object(MessageThread::readFrom));
                case "billing_policy" -> builder.billingPolicy(fields.object(BillingPolicy::readFrom));
                case "stream" -> builder.stream(fields.bool());
                default -> fields.keep();
            }
        }
        return builder.additionalFields(fields.rest()).build();
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("model", model).field("max_tokens", maxTokens)
                .field("system", system).objectsOrKept("messages", messages)
                .texts("stop_sequences", stopSequences).field("temperature", temperature).field("top_p", topP)
                .field("top_k", topK).field("thinking", thinking).field("output_config", outputConfig)
                .objects("tools", tools).field("tool_choice", toolChoice).field("cache_control", cacheControl)
                .field("metadata", metadata).field("service_tier", serviceTier).field("inference_geo", inferenceGeo)
                .field("speed", speed).field("container", container).field("diagnostics", diagnostics)
                .objects("mcp_servers", mcpServers).field("context_management", contextManagement)
                .field("compaction", compaction).field("fallbacks", fallbacks).field("fallback_credit_token", fallbackCredit)
                .field("thread", thread).field("billing_policy", billingPolicy)
                .field("stream", stream).end();
    }

    /** A summary; neither the conversation nor additional parameters, which may hold credentials. */
    @Override
    public String toString() {
        return "MessageRequest[model=" + model + ", maxTokens=" + maxTokens + ", messages=" + messages.size() + ", tools="
                + (tools == null ? 0 : tools.size()) + "]";
    }
}

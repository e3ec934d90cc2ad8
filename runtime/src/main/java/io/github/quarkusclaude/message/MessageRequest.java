package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * @param stream set by the client; what an application puts here is overwritten
 * @param options what is asked of the client; not part of the JSON
 * @param additionalFields further parameters by their API names
 */
public record MessageRequest(@Nullable String model, @Nullable Integer maxTokens, @Nullable Content system,
        List<InputMessage> messages, @Nullable List<String> stopSequences, @Nullable Double temperature,
        @Nullable Double topP, @Nullable Integer topK, @Nullable ThinkingConfig thinking,
        @Nullable OutputConfig outputConfig, @Nullable List<Tool> tools, @Nullable ToolChoice toolChoice,
        @Nullable CacheControl cacheControl, @Nullable Boolean stream,
        RequestOptions options, Map<String, RawJson> additionalFields) implements ApiObject {

    public MessageRequest {
        messages = List.copyOf(messages);
        stopSequences = stopSequences == null ? null : List.copyOf(stopSequences);
        tools = tools == null ? null : List.copyOf(tools);
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A request that says one thing and leaves everything else to the configuration. */
    public static MessageRequest of(String prompt) {
        return builder().user(prompt).build();
    }

    /** A builder of a request that says nothing yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this request. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.model = model;
        builder.maxTokens = maxTokens;
        builder.system = system;
        builder.messages.addAll(messages);
        builder.stopSequences = stopSequences;
        builder.temperature = temperature;
        builder.topP = topP;
        builder.topK = topK;
        builder.thinking = thinking;
        builder.outputConfig = outputConfig;
        builder.tools = tools == null ? null : new ArrayList<>(tools);
        builder.toolChoice = toolChoice;
        builder.cacheControl = cacheControl;
        builder.stream = stream;
        builder.options = options;
        builder.additionalFields.putAll(additionalFields);
        return builder;
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
        Builder builder = new Builder();
        while (fields.next()) {
            switch (fields.name()) {
                case "model" -> builder.model = fields.text();
                case "max_tokens" -> builder.maxTokens = fields.integer();
                case "system" -> builder.system = fields.arrayOrText(Content::readFrom);
                case "messages" -> {
                    List<InputMessage> messages = fields.list(InputMessage::readFrom);
                    if (messages != null) {
                        builder.messages.addAll(messages);
                    }
                }
                case "stop_sequences" -> builder.stopSequences = fields.list(JsonReader::text);
                case "temperature" -> builder.temperature = fields.number();
                case "top_p" -> builder.topP = fields.number();
                case "top_k" -> builder.topK = fields.integer();
                case "thinking" -> builder.thinking = fields.object(ThinkingConfig::readFrom);
                case "output_config" -> builder.outputConfig = fields.object(OutputConfig::readFrom);
                case "tools" -> builder.tools = fields.list(Tool::readFrom);
                case "tool_choice" -> builder.toolChoice = fields.object(ToolChoice::readFrom);
                case "cache_control" -> builder.cacheControl = fields.object(CacheControl::readFrom);
                case "stream" -> builder.stream = fields.bool();
                default -> fields.keep();
            }
        }
        builder.additionalFields.putAll(fields.rest());
        return builder.build();
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("model", model).field("max_tokens", maxTokens)
                .field("system", system).objects("messages", messages)
                .texts("stop_sequences", stopSequences).field("temperature", temperature).field("top_p", topP)
                .field("top_k", topK).field("thinking", thinking).field("output_config", outputConfig)
                .objects("tools", tools).field("tool_choice", toolChoice).field("cache_control", cacheControl)
                .field("stream", stream).end();
    }

    /** A summary; neither the conversation nor additional parameters, which may hold credentials. */
    @Override
    public String toString() {
        return "MessageRequest[model=" + model + ", maxTokens=" + maxTokens + ", messages=" + messages.size() + ", tools="
                + (tools == null ? 0 : tools.size()) + "]";
    }

    /** Builds a {@link MessageRequest}. Not thread safe. */
    public static final class Builder {

        private @Nullable String model;
        private @Nullable Integer maxTokens;
        private @Nullable Content system;
        private final List<InputMessage> messages = new ArrayList<>();
        private @Nullable List<String> stopSequences;
        private @Nullable Double temperature;
        private @Nullable Double topP;
        private @Nullable Integer topK;
        private @Nullable ThinkingConfig thinking;
        private @Nullable OutputConfig outputConfig;
        private @Nullable List<Tool> tools;
        private @Nullable ToolChoice toolChoice;
        private @Nullable CacheControl cacheControl;
        private @Nullable Boolean stream;
        private RequestOptions options = RequestOptions.DEFAULT;
        private final Map<String, RawJson> additionalFields = new LinkedHashMap<>();

        private Builder() {
        }

        /** The model's id; {@code quarkus.claude.model} by default. */
        public Builder model(@Nullable String model) {
            this.model = model;
            return this;
        }

        /** The longest answer in tokens; {@code quarkus.claude.max-tokens} by default. */
        public Builder maxTokens(@Nullable Integer maxTokens) {
            this.maxTokens = maxTokens;
            return this;
        }

        /** Instructions before the conversation; {@code quarkus.claude.system} by default. */
        public Builder system(@Nullable String system) {
            this.system = system == null ? null : Content.of(system);
            return this;
        }

        /** Instructions before the conversation, as blocks. */
        public Builder system(Content system) {
            this.system = system;
            return this;
        }

        /** Adds a turn of the user. */
        public Builder user(String text) {
            return message(InputMessage.user(text));
        }

        /** Adds a turn of the user. */
        public Builder user(ContentBlock... blocks) {
            return message(InputMessage.user(List.of(blocks)));
        }

        /** Adds a turn of the model. */
        public Builder assistant(String text) {
            return message(InputMessage.assistant(text));
        }

        /** Adds an answer of the model, unchanged. */
        public Builder assistant(Message answer) {
            return message(answer.toInputMessage());
        }

        /** Adds a turn. */
        public Builder message(InputMessage message) {
            messages.add(message);
            return this;
        }

        /** Replaces the conversation. */
        public Builder messages(List<InputMessage> messages) {
            this.messages.clear();
            this.messages.addAll(messages);
            return this;
        }

        /** Texts at which the model stops; none by default. */
        public Builder stopSequences(List<String> stopSequences) {
            this.stopSequences = stopSequences;
            return this;
        }

        /** Randomness from 0 to 1. Models after 4.6 do not take it; the API decides by default. */
        public Builder temperature(@Nullable Double temperature) {
            this.temperature = temperature;
            return this;
        }

        /** Nucleus sampling, from 0 to 1. Models after 4.6 do not take it; none by default. */
        public Builder topP(@Nullable Double topP) {
            this.topP = topP;
            return this;
        }

        /** Sampling from the k likeliest tokens. Models after 4.6 do not take it; none by default. */
        public Builder topK(@Nullable Integer topK) {
            this.topK = topK;
            return this;
        }

        /** Whether and how the model thinks first; the model's own way by default. */
        public Builder thinking(@Nullable ThinkingConfig thinking) {
            this.thinking = thinking;
            return this;
        }

        /** How the model should answer; the model's own way by default. */
        public Builder outputConfig(@Nullable OutputConfig outputConfig) {
            this.outputConfig = outputConfig;
            return this;
        }

        /** Adds a tool. */
        public Builder tool(Tool tool) {
            if (tools == null) {
                tools = new ArrayList<>();
            }
            tools.add(tool);
            return this;
        }

        /** Replaces the tools. */
        public Builder tools(List<Tool> tools) {
            this.tools = new ArrayList<>(tools);
            return this;
        }

        /** Whether the model may, must or must not use tools; it may by default. */
        public Builder toolChoice(@Nullable ToolChoice toolChoice) {
            this.toolChoice = toolChoice;
            return this;
        }

        /** Caches the prompt up to its last cacheable block; not by default. */
        public Builder cacheControl(@Nullable CacheControl cacheControl) {
            this.cacheControl = cacheControl;
            return this;
        }

        /** Whether the answer is streamed; the client sets this itself. */
        public Builder stream(@Nullable Boolean stream) {
            this.stream = stream;
            return this;
        }

        /**
         * How much the model should think; translated into what the model takes. {@code quarkus.claude.thinking-level} by
         * default.
         */
        public Builder thinkingLevel(@Nullable ThinkingLevel thinkingLevel) {
            return options(options.withThinkingLevel(thinkingLevel));
        }

        /** Adds beta features to send in {@code anthropic-beta}, beside those the request needs anyway. */
        public Builder betas(String... betas) {
            List<String> all = new ArrayList<>(options.betas());
            all.addAll(List.of(betas));
            return options(options.withBetas(all));
        }

        /** What is asked of the client. */
        public Builder options(RequestOptions options) {
            this.options = options;
            return this;
        }

        /**
         * Any other parameter of the API, by its API name.
         *
         * @param value what {@link RawJson#from(Object)} takes
         */
        public Builder additionalField(String name, Object value) {
            additionalFields.put(name, RawJson.from(value));
            return this;
        }

        /** The request. */
        public MessageRequest build() {
            return new MessageRequest(model, maxTokens, system, messages, stopSequences, temperature, topP, topK, thinking,
                    outputConfig, tools, toolChoice, cacheControl, stream, options, additionalFields);
        }
    }
}

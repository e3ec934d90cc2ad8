package io.github.quarkusclaude.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.RawJson;

/** Builds a {@link MessageRequest}. Not thread safe. */
public final class MessageRequestBuilder {

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

    MessageRequestBuilder() {
    }

    MessageRequestBuilder(MessageRequest request) {
        model = request.model();
        maxTokens = request.maxTokens();
        system = request.system();
        messages.addAll(request.messages());
        stopSequences = request.stopSequences();
        temperature = request.temperature();
        topP = request.topP();
        topK = request.topK();
        thinking = request.thinking();
        outputConfig = request.outputConfig();
        tools(request.tools());
        toolChoice = request.toolChoice();
        cacheControl = request.cacheControl();
        stream = request.stream();
        options = request.options();
        additionalFields.putAll(request.additionalFields());
    }

    /** The model's id; {@code quarkus.claude.model} by default. */
    public MessageRequestBuilder model(@Nullable String model) {
        this.model = model;
        return this;
    }

    /** The longest answer in tokens; {@code quarkus.claude.max-tokens} by default. */
    public MessageRequestBuilder maxTokens(@Nullable Integer maxTokens) {
        this.maxTokens = maxTokens;
        return this;
    }

    /** Instructions before the conversation; {@code quarkus.claude.system} by default. */
    public MessageRequestBuilder system(@Nullable String system) {
        this.system = system == null ? null : Content.of(system);
        return this;
    }

    /** Instructions before the conversation, as blocks. */
    public MessageRequestBuilder system(@Nullable Content system) {
        this.system = system;
        return this;
    }

    /** Adds a turn of the user. */
    public MessageRequestBuilder user(String text) {
        return message(InputMessage.user(text));
    }

    /** Adds a turn of the user. */
    public MessageRequestBuilder user(ContentBlock... blocks) {
        return message(InputMessage.user(List.of(blocks)));
    }

    /** Adds a turn of the user: a text, and before it the images and documents it speaks of. */
    public MessageRequestBuilder user(String text, ContentBlock... attachments) {
        return message(InputMessage.user(text, List.of(attachments)));
    }

    /** Adds a turn of the model. */
    public MessageRequestBuilder assistant(String text) {
        return message(InputMessage.assistant(text));
    }

    /** Adds an answer of the model, unchanged. */
    public MessageRequestBuilder assistant(Message answer) {
        return message(answer.toInputMessage());
    }

    /** Adds a turn. */
    public MessageRequestBuilder message(InputMessage message) {
        messages.add(message);
        return this;
    }

    /** Replaces the conversation. */
    public MessageRequestBuilder messages(List<InputMessage> messages) {
        this.messages.clear();
        this.messages.addAll(messages);
        return this;
    }

    /** Texts at which the model stops; none by default. */
    public MessageRequestBuilder stopSequences(@Nullable List<String> stopSequences) {
        this.stopSequences = stopSequences;
        return this;
    }

    /** Randomness from 0 to 1. Models after 4.6 do not take it; the API decides by default. */
    public MessageRequestBuilder temperature(@Nullable Double temperature) {
        this.temperature = temperature;
        return this;
    }

    /** Nucleus sampling, from 0 to 1. Models after 4.6 do not take it; none by default. */
    public MessageRequestBuilder topP(@Nullable Double topP) {
        this.topP = topP;
        return this;
    }

    /** Sampling from the k likeliest tokens. Models after 4.6 do not take it; none by default. */
    public MessageRequestBuilder topK(@Nullable Integer topK) {
        this.topK = topK;
        return this;
    }

    /** Whether and how the model thinks first; the model's own way by default. */
    public MessageRequestBuilder thinking(@Nullable ThinkingConfig thinking) {
        this.thinking = thinking;
        return this;
    }

    /** How the model should answer; the model's own way by default. */
    public MessageRequestBuilder outputConfig(@Nullable OutputConfig outputConfig) {
        this.outputConfig = outputConfig;
        return this;
    }

    /** Adds a tool. */
    public MessageRequestBuilder tool(Tool tool) {
        if (tools == null) {
            tools = new ArrayList<>();
        }
        tools.add(tool);
        return this;
    }

    /** Replaces the tools. */
    public MessageRequestBuilder tools(@Nullable List<Tool> tools) {
        this.tools = tools == null ? null : new ArrayList<>(tools);
        return this;
    }

    /** Whether the model may, must or must not use tools; it may by default. */
    public MessageRequestBuilder toolChoice(@Nullable ToolChoice toolChoice) {
        this.toolChoice = toolChoice;
        return this;
    }

    /** Caches the prompt up to its last cacheable block; not by default. */
    public MessageRequestBuilder cacheControl(@Nullable CacheControl cacheControl) {
        this.cacheControl = cacheControl;
        return this;
    }

    /** Whether the answer is streamed; the client sets this itself. */
    public MessageRequestBuilder stream(@Nullable Boolean stream) {
        this.stream = stream;
        return this;
    }

    /**
     * How much the model should think; translated into what the model takes. {@code quarkus.claude.thinking-level} by
     * default.
     */
    public MessageRequestBuilder thinkingLevel(@Nullable ThinkingLevel thinkingLevel) {
        return options(options.withThinkingLevel(thinkingLevel));
    }

    /** Adds beta features to send in {@code anthropic-beta}, beside those the request needs anyway. */
    public MessageRequestBuilder betas(String... betas) {
        List<String> all = new ArrayList<>(options.betas());
        all.addAll(List.of(betas));
        return options(options.withBetas(all));
    }

    /** What is asked of the client. */
    public MessageRequestBuilder options(RequestOptions options) {
        this.options = options;
        return this;
    }

    /**
     * Any other parameter of the API, by its API name.
     *
     * @param value what {@link RawJson#from(Object)} takes
     */
    public MessageRequestBuilder additionalField(String name, Object value) {
        additionalFields.put(name, RawJson.from(value));
        return this;
    }

    MessageRequestBuilder additionalFields(Map<String, RawJson> fields) {
        additionalFields.putAll(fields);
        return this;
    }

    /** The request. */
    public MessageRequest build() {
        return new MessageRequest(model, maxTokens, system, messages, stopSequences, temperature, topP, topK, thinking,
                outputConfig, tools, toolChoice, cacheControl, stream, options, additionalFields);
    }
}

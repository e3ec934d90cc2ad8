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
    private @Nullable Metadata metadata;
    private @Nullable String serviceTier;
    private @Nullable String inferenceGeo;
    private @Nullable String speed;
    private @Nullable Container container;
    private @Nullable DiagnosticsConfig diagnostics;
    private @Nullable List<McpServer> mcpServers;
    private @Nullable ContextManagement contextManagement;
    private @Nullable CompactionConfig compaction;
    private @Nullable Fallbacks fallbacks;
    private @Nullable FallbackCredit fallbackCredit;
    private @Nullable MessageThread thread;
    private @Nullable BillingPolicy billingPolicy;
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
        metadata = request.metadata();
        serviceTier = request.serviceTier();
        inferenceGeo = request.inferenceGeo();
        speed = request.speed();
        container = request.container();
        diagnostics = request.diagnostics();
        mcpServers(request.mcpServers());
        contextManagement = request.contextManagement();
        compaction = request.compaction();
        fallbacks = request.fallbacks();
        fallbackCredit = request.fallbackCredit();
        thread = request.thread();
        billingPolicy = request.billingPolicy();
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

    /** Adds instructions that hold from here on. Not every model accepts them within a conversation. */
    public MessageRequestBuilder systemTurn(String text) {
        return message(InputMessage.system(text));
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

    /** About whom the request is; nothing by default. */
    public MessageRequestBuilder metadata(@Nullable Metadata metadata) {
        this.metadata = metadata;
        return this;
    }

    /** {@code auto} to use capacity with priority if there is some, or {@code standard_only}; {@code auto} by default. */
    public MessageRequestBuilder serviceTier(@Nullable String serviceTier) {
        this.serviceTier = serviceTier;
        return this;
    }

    /**
     * Where the model runs: {@code us}, which costs more, or {@code global}. Models from 4.6 on; the workspace decides by
     * default.
     */
    public MessageRequestBuilder inferenceGeo(@Nullable String inferenceGeo) {
        this.inferenceGeo = inferenceGeo;
        return this;
    }

    /** {@code standard}, or {@code fast} at a higher price; {@code standard} by default. */
    public MessageRequestBuilder speed(@Nullable String speed) {
        this.speed = speed;
        return this;
    }

    /** The container in which the model's code runs, and the skills in it; a new one by default. */
    public MessageRequestBuilder container(@Nullable Container container) {
        this.container = container;
        return this;
    }

    /** Asks why the prompt cache was not used; not by default. */
    public MessageRequestBuilder diagnostics(@Nullable DiagnosticsConfig diagnostics) {
        this.diagnostics = diagnostics;
        return this;
    }

    /** Adds a Model Context Protocol server that the API calls; a {@link McpToolset} names it. A beta feature. */
    public MessageRequestBuilder mcpServer(McpServer server) {
        if (mcpServers == null) {
            mcpServers = new ArrayList<>();
        }
        mcpServers.add(server);
        return this;
    }

    /** Replaces the Model Context Protocol servers. */
    public MessageRequestBuilder mcpServers(@Nullable List<McpServer> mcpServers) {
        this.mcpServers = mcpServers == null ? null : new ArrayList<>(mcpServers);
        return this;
    }

    /** What is left out of a long conversation before the model reads it; nothing by default. A beta feature. */
    public MessageRequestBuilder contextManagement(@Nullable ContextManagement contextManagement) {
        this.contextManagement = contextManagement;
        return this;
    }

    /**
     * Asks for a summary of the conversation instead of an answer; not together with {@code contextManagement}. A beta feature.
     */
    public MessageRequestBuilder compaction(@Nullable CompactionConfig compaction) {
        this.compaction = compaction;
        return this;
    }

    /** Which models the API asks when this one declines; none by default. A beta feature. */
    public MessageRequestBuilder fallbacks(@Nullable Fallbacks fallbacks) {
        this.fallbacks = fallbacks;
        return this;
    }

    /** What an earlier refusal left behind. A beta feature. */
    public MessageRequestBuilder fallbackCredit(@Nullable FallbackCredit fallbackCredit) {
        this.fallbackCredit = fallbackCredit;
        return this;
    }

    /** Keeps the conversation at the API, or goes on with one; not by default. A beta feature. */
    public MessageRequestBuilder thread(@Nullable MessageThread thread) {
        this.thread = thread;
        return this;
    }

    /** Who pays; the organisation that owns the key by default. A beta feature. */
    public MessageRequestBuilder billingPolicy(@Nullable BillingPolicy billingPolicy) {
        this.billingPolicy = billingPolicy;
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

    @Nullable
    String model() {
        return model;
    }

    MessageRequestBuilder additionalFields(Map<String, RawJson> fields) {
        additionalFields.putAll(fields);
        return this;
    }

    /** The request. */
    public MessageRequest build() {
        return new MessageRequest(model, maxTokens, system, messages, stopSequences, temperature, topP, topK, thinking,
                outputConfig, tools, toolChoice, cacheControl, metadata, serviceTier, inferenceGeo, speed, container,
                diagnostics, mcpServers, contextManagement, compaction, fallbacks, fallbackCredit, thread, billingPolicy,
                stream, options, additionalFields);
    }
}

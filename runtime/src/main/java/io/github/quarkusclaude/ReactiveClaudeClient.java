package io.github.quarkusclaude;

import java.util.List;
import java.util.Optional;

import io.github.quarkusclaude.batch.ReactiveBatches;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.ModelInfo;
import io.github.quarkusclaude.catalog.ModelStatus;
import io.github.quarkusclaude.file.ReactiveFiles;
import io.github.quarkusclaude.limits.BudgetStatus;
import io.github.quarkusclaude.limits.ResponseMetadata;
import io.github.quarkusclaude.limits.UsageInfo;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.StructuredMessage;
import io.github.quarkusclaude.message.TokenCount;
import io.github.quarkusclaude.stream.ReactiveMessageStream;
import io.github.quarkusclaude.tool.ReactiveToolRunner;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Talks to Claude without blocking.
 * <p>
 * Nothing is sent before a subscription, and each subscription sends the request again. Items and failures arrive on an
 * event loop, that of the subscriber if it has one: do not block there. Failures are
 * {@link io.github.quarkusclaude.error.ClaudeException}s. Cancelling abandons the request and closes its connection.
 * Thread safe. {@link ClaudeClient} is the same, blocking.
 */
public interface ReactiveClaudeClient {

    /** Asks one thing. */
    Uni<Message> generate(String prompt);

    /** Sends a request; what it leaves out comes from the configuration. */
    Uni<Message> generate(MessageRequest request);

    /**
     * Asks one thing and gives the answer as a Java value: a record, a bean, a sealed type, an enum or an array. Fails with
     * an {@link io.github.quarkusclaude.error.AnswerException} if the model declines, is cut off, or answers something else,
     * and with an {@link io.github.quarkusclaude.schema.InvalidSchemaException} if it cannot be made to answer with the type.
     */
    <T> Uni<StructuredMessage<T>> generate(String prompt, Class<T> type);

    /**
     * Sends a request and gives the answer as a Java value. Fails as {@link #generate(String, Class)} does. To stream it, use
     * {@link io.github.quarkusclaude.schema.OutputType}.
     */
    <T> Uni<StructuredMessage<T>> generate(MessageRequest request, Class<T> type);

    /** Asks one thing and gives the answer as it is written, no faster than the subscriber asks for it. */
    ReactiveMessageStream stream(String prompt);

    /** Sends a request and gives the answer as it is written, no faster than the subscriber asks for it. */
    ReactiveMessageStream stream(MessageRequest request);

    /** How many tokens a prompt has. Costs nothing. */
    Uni<TokenCount> countTokens(String prompt);

    /** How many tokens a request has: its system prompt, conversation and tools. Costs nothing. */
    Uni<TokenCount> countTokens(MessageRequest request);

    /** The models the credential can use, as the API lists them: newest first, without retired ones. */
    Uni<List<ModelInfo>> models();

    /**
     * The models the credential can use, the newest first. Pages are fetched as they are asked for.
     *
     * @param statuses which ones; without any, active and deprecated ones
     */
    Multi<ModelInfo> listModels(ModelStatus... statuses);

    /**
     * The catalogue of the application with what the API says over it: limits, capabilities, life cycle and dates are the
     * API's where it tells them, prices and everything else remain. Models the catalogue does not know become entries. This
     * client goes on with the catalogue of the build.
     */
    Uni<ModelCatalog> currentCatalog();

    /**
     * One model, by its id or an alias. Fails with a {@link io.github.quarkusclaude.error.NotFoundException} if the API
     * does not know it.
     */
    Uni<ModelInfo> model(String id);

    /** Message batches: many requests that may take up to a day and cost half. */
    ReactiveBatches batches();

    /** The files kept by the API, to be named in requests. */
    ReactiveFiles files();

    /** Lets the model use tools until it has answered. The runner has no tools yet. */
    ReactiveToolRunner toolRunner();

    /**
     * What this client has used since it was made, and what the API last said is left. Never null; before the first answer
     * everything is 0, and what remains is -1. Asks nobody, and may be called anywhere.
     */
    UsageInfo usage();

    /**
     * What the head of the last answer said: status, ids and rate limits, also if the call failed. Never null; with status 0
     * before the first answer. If calls are made at once, it is the answer that came last. May be called anywhere.
     */
    ResponseMetadata lastResponse();

    /**
     * What this client has spent and may still spend; empty if no budget is configured. Asks nobody, and may be called
     * anywhere.
     */
    Optional<BudgetStatus> budget();
}

package io.github.quarkusclaude;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.quarkusclaude.batch.Batches;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.ModelInfo;
import io.github.quarkusclaude.catalog.ModelStatus;
import io.github.quarkusclaude.file.Files;
import io.github.quarkusclaude.limits.BudgetStatus;
import io.github.quarkusclaude.limits.ResponseMetadata;
import io.github.quarkusclaude.limits.UsageInfo;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.StructuredMessage;
import io.github.quarkusclaude.message.TokenCount;
import io.github.quarkusclaude.stream.MessageStream;
import io.github.quarkusclaude.tool.ToolRunner;

/**
 * Talks to Claude, blocking the caller until the answer is there.
 *
 * <pre>
 * &#64;Inject
 * ClaudeClient claude;
 *
 * String answer = claude.generate("What is the capital of France?").text();
 * </pre>
 *
 * Inject it plainly for the client configured by {@code quarkus.claude.*}, or with {@link ClaudeClientName} for a named
 * one. Worker and virtual threads may call it. Do not call it on an event loop: every method that waits then throws an
 * {@link IllegalStateException}; use {@link ReactiveClaudeClient} there. Thread safe.
 * <p>
 * All methods that call the API throw a {@link io.github.quarkusclaude.error.ClaudeException} if the call fails, and a
 * {@link java.util.concurrent.CancellationException} if the calling thread is interrupted; the request is then abandoned.
 */
public interface ClaudeClient extends AutoCloseable {

    /** Asks one thing. */
    Message generate(String prompt);

    /** Sends a request; what it leaves out comes from the configuration. */
    Message generate(MessageRequest request);

    /**
     * Asks one thing and gives the answer as a Java value: a record, a bean, a sealed type, an enum or an array.
     *
     * @throws io.github.quarkusclaude.error.AnswerException if the model declines, is cut off, or answers something else
     * @throws io.github.quarkusclaude.schema.InvalidSchemaException if the model cannot be made to answer with the type
     */
    <T> StructuredMessage<T> generate(String prompt, Class<T> type);

    /**
     * Sends a request and gives the answer as a Java value. To stream it, use
     * {@link io.github.quarkusclaude.schema.OutputType}.
     *
     * @throws io.github.quarkusclaude.error.AnswerException if the model declines, is cut off, or answers something else
     * @throws io.github.quarkusclaude.schema.InvalidSchemaException if the model cannot be made to answer with the type
     */
    <T> StructuredMessage<T> generate(MessageRequest request, Class<T> type);

    /**
     * Asks one thing and gives the answer as it is written. Close the stream, or read it to its end.
     */
    MessageStream stream(String prompt);

    /**
     * Sends a request and gives the answer as it is written. Close the stream, or read it to its end.
     */
    MessageStream stream(MessageRequest request);

    /** How many tokens a prompt has. Costs nothing. */
    TokenCount countTokens(String prompt);

    /** How many tokens a request has: its system prompt, conversation and tools. Costs nothing. */
    TokenCount countTokens(MessageRequest request);

    /** The models the credential can use, as the API lists them: newest first, without retired ones. */
    List<ModelInfo> models();

    /**
     * The models the credential can use, the newest first. Pages are fetched as the stream is read. Close it unless it is read
     * to its
     * end.
     *
     * @param statuses which ones; without any, active and deprecated ones
     */
    Stream<ModelInfo> listModels(ModelStatus... statuses);

    /**
     * The catalogue of the application with what the API says over it: limits, capabilities, life cycle and dates are the
     * API's where it tells them, prices and everything else remain. Models the catalogue does not know become entries. This
     * client goes on with the catalogue of the build.
     */
    ModelCatalog currentCatalog();

    /**
     * One model, by its id or an alias.
     *
     * @throws io.github.quarkusclaude.error.NotFoundException if the API does not know it
     */
    ModelInfo model(String id);

    /** Message batches: many requests that may take up to a day and cost half. */
    Batches batches();

    /** The files kept by the API, to be named in requests. */
    Files files();

    /** Lets the model use tools until it has answered. The runner has no tools yet. */
    ToolRunner toolRunner();

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

    /** The same client without blocking. */
    ReactiveClaudeClient reactive();

    /**
     * Closes the connections of a client made by {@link ClaudeClients#builder()}. Injected clients are closed with the
     * application; do not close them.
     */
    @Override
    void close();
}

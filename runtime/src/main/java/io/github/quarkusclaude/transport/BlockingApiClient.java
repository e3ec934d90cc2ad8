package io.github.quarkusclaude.transport;

import static io.github.quarkusclaude.transport.Awaiting.await;
import static io.github.quarkusclaude.transport.Awaiting.expectBlockingThread;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ReactiveClaudeClient;
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
import io.github.quarkusclaude.stream.BlockingItems;
import io.github.quarkusclaude.stream.MessageStream;
import io.github.quarkusclaude.tool.ToolRunner;
import io.github.quarkusclaude.tool.ToolRunners;

/**
 * The reactive client, waited for.
 */
public final class BlockingApiClient implements ClaudeClient {

    /** How many models of a list may wait to be taken. */
    private static final int LISTED = 64;

    private final ReactiveApiClient reactive;
    private final Batches batches;
    private final Files files;

    public BlockingApiClient(ReactiveApiClient reactive) {
        this.reactive = reactive;
        this.batches = new BlockingBatchCalls(reactive.batches());
        this.files = new BlockingFileCalls(reactive.files());
    }

    @Override
    public Message generate(String prompt) {
        return await(reactive.generate(prompt));
    }

    @Override
    public Message generate(MessageRequest request) {
        return await(reactive.generate(request));
    }

    @Override
    public <T> StructuredMessage<T> generate(String prompt, Class<T> type) {
        return await(reactive.generate(prompt, type));
    }

    @Override
    public <T> StructuredMessage<T> generate(MessageRequest request, Class<T> type) {
        return await(reactive.generate(request, type));
    }

    @Override
    public MessageStream stream(String prompt) {
        return stream(MessageRequest.of(prompt));
    }

    @Override
    public MessageStream stream(MessageRequest request) {
        expectBlockingThread();
        return MessageStream.of(reactive.stream(request));
    }

    @Override
    public TokenCount countTokens(String prompt) {
        return await(reactive.countTokens(prompt));
    }

    @Override
    public TokenCount countTokens(MessageRequest request) {
        return await(reactive.countTokens(request));
    }

    @Override
    public List<ModelInfo> models() {
        return await(reactive.models());
    }

    @Override
    public Stream<ModelInfo> listModels(ModelStatus... statuses) {
        expectBlockingThread();
        return BlockingItems.stream(reactive.listModels(statuses), LISTED);
    }

    @Override
    public ModelCatalog currentCatalog() {
        return await(reactive.currentCatalog());
    }

    @Override
    public ModelInfo model(String id) {
        return await(reactive.model(id));
    }

    @Override
    public Batches batches() {
        return batches;
    }

    @Override
    public Files files() {
        return files;
    }

    @Override
    public ToolRunner toolRunner() {
        return ToolRunners.blocking(reactive.toolRunner(), new WaitingForRuns());
    }

    @Override
    public UsageInfo usage() {
        return reactive.usage();
    }

    @Override
    public ResponseMetadata lastResponse() {
        return reactive.lastResponse();
    }

    @Override
    public Optional<BudgetStatus> budget() {
        return reactive.budget();
    }

    @Override
    public ReactiveClaudeClient reactive() {
        return reactive;
    }

    @Override
    public void close() {
        reactive.close();
    }
}

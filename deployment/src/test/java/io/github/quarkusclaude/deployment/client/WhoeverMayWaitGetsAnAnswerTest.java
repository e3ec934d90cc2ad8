package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

import jakarta.inject.Inject;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.attachment.AttachmentDownloader;
import io.github.quarkusclaude.batch.BatchPolling;
import io.github.quarkusclaude.batch.BatchRequest;
import io.github.quarkusclaude.error.DownloadException;
import io.github.quarkusclaude.file.FileUpload;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;

/**
 * Vert.x runs one thing after the other on some contexts: a caller that waits there must not wait for something that is
 * next in line.
 */
@Timeout(240)
class WhoeverMayWaitGetsAnAnswerTest {

    private static final byte[] CONTENT = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    private static final BatchPolling POLLING = BatchPolling.DEFAULT
            .withIntervals(Duration.ofMillis(100), Duration.ofSeconds(1));

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.download.internal-hosts", "127.0.0.1");

    @Inject
    ClaudeClients clients;

    @Inject
    AttachmentDownloader downloader;

    @Inject
    Vertx vertx;

    private final Map<String, Callable<?>> calls = new LinkedHashMap<>();
    private ClaudeSimulator simulator;
    private ClaudeClient claude;
    private Path source;
    private Path target;

    @BeforeEach
    void connect() throws Exception {
        simulator = ClaudeSimulator.builder().batchDuration(Duration.ofMillis(50)).start();
        claude = Simulated.client(clients, simulator);
        String file = simulator.addFile("report.csv", "text/csv", CONTENT).id();
        String batch = simulator.addBatch(3).id();
        source = Files.write(Files.createTempFile("source", ".csv"), CONTENT);
        target = Files.createTempFile("target", ".csv");

        calls.put("generate", () -> claude.generate("Hello").text());
        calls.put("count tokens", () -> claude.countTokens("Hello").inputTokens());
        calls.put("stream", () -> claude.stream("Hello").finalMessage().text());
        calls.put("text of a stream", () -> claude.stream("Hello").text().toList());
        calls.put("list of models", () -> claude.listModels().toList());
        calls.put("list of files", () -> claude.files().list().toList());
        calls.put("download to a file", () -> claude.files().download(file, target));
        calls.put("download to a stream", () -> claude.files().download(file, new ByteArrayOutputStream()));
        calls.put("download read as a stream", () -> claude.files().open(file).readAllBytes());
        calls.put("upload of a file", () -> claude.files().upload(source).id());
        calls.put("upload of a stream", () -> claude.files()
                .upload(FileUpload.of("source.csv", Files.newInputStream(source))).id());
        calls.put("batch", () -> claude.batches().awaitEnd(
                claude.batches().create(List.of(new BatchRequest("a", MessageRequest.of("Hello")))).id(), POLLING).id());
        calls.put("results of a batch", () -> claude.batches().results(batch).toList());
        calls.put("download of an attachment", () -> {
            try {
                return downloader.image(simulator.baseUrl() + "/nothing.png");
            } catch (DownloadException e) {
                return e.reason();
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        Files.delete(source);
        Files.delete(target);
        claude.close();
        simulator.close();
    }

    @Test
    void onWorkerVerticles() {
        everyCallAnswers(ThreadingModel.WORKER, WhoeverMayWaitGetsAnAnswerTest::onContext);
    }

    @Test
    void inOrderedBlockingCodeOfAnEventLoop() {
        everyCallAnswers(ThreadingModel.EVENT_LOOP, WhoeverMayWaitGetsAnAnswerTest::inBlockingCode);
    }

    @Test
    void inOrderedBlockingCodeOfWorkerVerticles() {
        everyCallAnswers(ThreadingModel.WORKER, WhoeverMayWaitGetsAnAnswerTest::inBlockingCode);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void onVerticlesOfVirtualThreads() {
        everyCallAnswers(ThreadingModel.VIRTUAL_THREAD, WhoeverMayWaitGetsAnAnswerTest::onContext);
    }

    private static void onContext(Context context, Runnable call) {
        context.runOnContext(ignored -> call.run());
    }

    private static void inBlockingCode(Context context, Runnable call) {
        context.executeBlocking(() -> {
            call.run();
            return null;
        }, true);
    }

    private void everyCallAnswers(ThreadingModel model, BiConsumer<Context, Runnable> caller) {
        SoftAssertions.assertSoftly(softly -> calls.forEach((name, call) -> softly.assertThat(answer(model, caller, call))
                .as(name).succeedsWithin(Duration.ofSeconds(10)).isNotNull()));
        assertThat(target).hasBinaryContent(CONTENT);
    }

    private CompletableFuture<Object> answer(ThreadingModel model, BiConsumer<Context, Runnable> caller, Callable<?> call) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        vertx.deployVerticle(() -> new AbstractVerticle() {
            @Override
            public void start() {
                caller.accept(context, () -> {
                    try {
                        answer.complete(call.call());
                    } catch (Exception e) {
                        answer.completeExceptionally(e);
                    }
                });
            }
        }, new DeploymentOptions().setThreadingModel(model)).onFailure(answer::completeExceptionally);
        return answer;
    }
}

package io.github.quarkusclaude.deployment.tool;

import static io.github.quarkusclaude.deployment.tool.Scripts.ANYTHING;
import static io.github.quarkusclaude.deployment.tool.Scripts.call;
import static io.github.quarkusclaude.deployment.tool.Scripts.calls;
import static io.github.quarkusclaude.deployment.tool.Scripts.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.simulator.StreamScript;
import io.github.quarkusclaude.tool.ToolDefinition;
import io.github.quarkusclaude.tool.ToolResult;
import io.github.quarkusclaude.tool.ToolRun;
import io.github.quarkusclaude.tool.ToolRunEvent;
import io.github.quarkusclaude.tool.ToolThread;
import io.quarkus.arc.Arc;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Who runs where, and who hears of it. */
class ToolRunThreadsTest extends SimulatedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Scripts.application(SimulatedTest.class, Observer.class);

    @Inject
    Vertx vertx;

    @Inject
    Observer observer;

    @Inject
    @VirtualThreads
    java.util.concurrent.ExecutorService virtualThreads;

    @Test
    void nothingBlocksTheEventLoop() throws Exception {
        Map<String, String> threads = new ConcurrentHashMap<>();
        Map<String, Boolean> requestContexts = new ConcurrentHashMap<>();
        ToolDefinition worker = ToolDefinition.of("worker", "Blocks", ANYTHING, call -> {
            threads.put("worker", Thread.currentThread().getName());
            requestContexts.put("worker", Arc.container().requestContext().isActive());
            return ToolResult.EMPTY;
        });
        ToolDefinition virtual = ToolDefinition.of("virtual", "Blocks", ANYTHING, call -> {
            threads.put("virtual", Context.isOnEventLoopThread() ? "event loop" : "other");
            return ToolResult.EMPTY;
        }).on(ToolThread.VIRTUAL);
        ToolDefinition reactive = ToolDefinition.reactive("reactive", "Does not block", ANYTHING, call -> {
            threads.put("reactive", Context.isOnEventLoopThread() ? "event loop" : "other");
            requestContexts.put("reactive", Arc.container().requestContext().isActive());
            return Uni.createFrom().item(ToolResult.EMPTY);
        });
        simulator.script(calls(call("a", "worker"), call("b", "virtual"), call("c", "reactive")), says("Done"));
        CompletableFuture<ToolRun> run = new CompletableFuture<>();

        vertx.getOrCreateContext().runOnContext(ignored -> claude.reactive().toolRunner().tools(worker, virtual, reactive)
                .run("Go").subscribe().with(run::complete, run::completeExceptionally));

        assertThat(run.get(10, TimeUnit.SECONDS).text()).isEqualTo("Done");
        assertThat(threads.get("worker")).startsWith("executor-thread");
        assertThat(threads).containsEntry("virtual", "other").containsEntry("reactive", "event loop");
        assertThat(requestContexts).containsEntry("worker", true).containsEntry("reactive", true);
        assertThat(Arc.container().requestContext().isActive()).isFalse();
    }

    @Test
    void aVirtualThreadCanWaitForARun() throws Exception {
        simulator.script(calls(call("a", "noop")), says("Done"));
        ToolDefinition noop = ToolDefinition.of("noop", "Nothing", ANYTHING, call -> ToolResult.EMPTY)
                .on(ToolThread.VIRTUAL);

        ToolRun run = virtualThreads.submit(() -> claude.toolRunner().tools(noop).run("Go")).get(10, TimeUnit.SECONDS);

        assertThat(run.text()).isEqualTo("Done");
    }

    @Test
    void aStreamedRunTellsWhatHappensInOrder() {
        simulator.script(calls(Scripts.text("Let me see"), call("a", "noop")), says("It is done"));
        ToolDefinition noop = ToolDefinition.of("noop", "Nothing", ANYTHING, call -> ToolResult.of("ok"));

        List<ToolRunEvent> events;
        try (var stream = claude.toolRunner().tools(noop).stream("Go")) {
            events = stream.toList();
        }

        assertThat(kinds(events)).containsExactly("Started", "Text", "StepFinished", "ToolCalled", "ToolReturned", "Text",
                "StepFinished", "Finished");
        assertThat(text(events, 1)).isEqualTo("Let me see");
        assertThat(text(events, 2)).isEqualTo("It is done");
        ToolRunEvent.Finished finished = (ToolRunEvent.Finished) events.get(events.size() - 1);
        assertThat(finished.run().text()).isEqualTo("It is done");
        assertThat(finished.run().answers()).hasSize(2);
    }

    @Test
    void aStreamedRunWaitsForItsSubscriber() {
        simulator.script(calls(Scripts.text("Let me see"), call("a", "noop")), says("It is done"));
        ToolDefinition noop = ToolDefinition.of("noop", "Nothing", ANYTHING, call -> ToolResult.of("ok"));
        AssertSubscriber<ToolRunEvent> subscriber = claude.reactive().toolRunner().tools(noop).stream("Go")
                .subscribe().withSubscriber(AssertSubscriber.create(0));

        assertThat(simulator.requests()).isEmpty();
        subscriber.awaitNextItem();
        assertThat(subscriber.getItems()).hasSize(1);
        while (!(subscriber.getLastItem() instanceof ToolRunEvent.Finished)) {
            subscriber.awaitNextItem();
        }
        subscriber.awaitCompletion();
    }

    @Test
    void cancellingAbandonsTheRequest() throws Exception {
        StreamScript silent = new StreamScript();
        simulator.script(silent);
        AssertSubscriber<ToolRunEvent> subscriber = claude.reactive().toolRunner().stream("Go")
                .subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        silent.started().get(10, TimeUnit.SECONDS);

        subscriber.cancel();

        silent.closedByClient().get(10, TimeUnit.SECONDS);
    }

    @Test
    void interruptingWhoReadsAStreamedRunAbandonsIt() throws Exception {
        StreamScript silent = new StreamScript();
        simulator.script(silent);
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try (var stream = claude.toolRunner().stream("Go")) {
                stream.forEach(event -> {
                });
                outcome.complete(null);
            } catch (RuntimeException e) {
                outcome.complete(e);
            }
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        reader.start();
        silent.started().get(10, TimeUnit.SECONDS);

        reader.interrupt();

        assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        silent.closedByClient().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aStreamedRunIsNotReadOnTheEventLoop() throws Exception {
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();

        vertx.getOrCreateContext().runOnContext(ignored -> {
            try (var stream = claude.toolRunner().stream("Go")) {
                outcome.complete(null);
            } catch (RuntimeException e) {
                outcome.complete(e);
            }
        });

        assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ReactiveClaudeClient");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void cancellingLetsARunningToolFinishAndStartsNoOther() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        ToolDefinition slow = ToolDefinition.of("slow", "Slow", ANYTHING, call -> {
            running.countDown();
            release.await();
            interrupted.complete(Thread.currentThread().isInterrupted());
            return ToolResult.EMPTY;
        });
        List<String> others = new ArrayList<>();
        ToolDefinition other = ToolDefinition.of("other", "Other", ANYTHING, call -> {
            others.add(call.id());
            return ToolResult.EMPTY;
        });
        simulator.script(calls(call("a", "slow"), call("b", "other")), says("Never"));
        var run = claude.reactive().toolRunner().tools(slow, other).maxParallelTools(1).run("Go")
                .subscribe().with(ignored -> {
                });
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        run.cancel();
        release.countDown();

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(others).isEmpty();
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void runsAreObserved() throws Exception {
        simulator.script(calls(call("a", "noop")), says("Observed"));
        ToolDefinition noop = ToolDefinition.of("noop", "Nothing", ANYTHING, call -> ToolResult.of("ok"));
        observer.seen.clear();

        claude.toolRunner().tools(noop).run("Go");

        assertThat(observer.seen).containsExactly("Started", "StepFinished", "ToolCalled", "ToolReturned", "StepFinished",
                "Finished");
        observer.observedLater.get(10, TimeUnit.SECONDS);
    }

    @Singleton
    static class Observer {

        final List<String> seen = java.util.Collections.synchronizedList(new ArrayList<>());
        final CompletableFuture<Void> observedLater = new CompletableFuture<>();

        void see(@Observes ToolRunEvent event) {
            seen.add(event.getClass().getSimpleName());
        }

        void finish(@ObservesAsync ToolRunEvent.Finished event) {
            // there may be runs of other tests
            if (event.run().text().equals("Observed")) {
                observedLater.complete(null);
            }
        }
    }

    /** What kinds of events there are, with neighbours of the same kind as one. */
    private static List<String> kinds(List<ToolRunEvent> events) {
        List<String> kinds = new ArrayList<>();
        for (ToolRunEvent event : events) {
            String kind = event.getClass().getSimpleName();
            if (kinds.isEmpty() || !kinds.get(kinds.size() - 1).equals(kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static String text(List<ToolRunEvent> events, int step) {
        StringBuilder text = new StringBuilder();
        for (ToolRunEvent event : events) {
            if (event instanceof ToolRunEvent.Text piece && piece.step() == step) {
                text.append(piece.text());
            }
        }
        return text.toString();
    }
}

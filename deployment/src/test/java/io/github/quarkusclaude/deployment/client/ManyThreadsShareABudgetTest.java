package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.BudgetExceededException;
import io.github.quarkusclaude.limits.BudgetEvent;
import io.github.quarkusclaude.limits.BudgetStatus;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.quarkus.test.QuarkusUnitTest;

/** However many call at once, a budget for a thousand calls makes a thousand calls. */
class ManyThreadsShareABudgetTest {

    private static final int THREADS = 200;
    private static final int CALLS = 1_000;

    /** 1,000 tokens for 2 and 10 tokens for 10 dollars a million. */
    private static final BigDecimal COST = new BigDecimal("0.0021");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .withApplicationRoot(jar -> jar.addClasses(Simulated.class, TlsGateway.class, Observer.class))
            .overrideConfigKey("quarkus.claude.model", "claude-sonnet-5-5")
            .overrideConfigKey("quarkus.claude.budget.period", "P1Y")
            // what 999 calls cost, and what the last one needs
            .overrideConfigKey("quarkus.claude.budget.limit", "2.1005");

    @Inject
    ClaudeClients clients;

    @Inject
    Observer observer;

    private final AtomicInteger answered = new AtomicInteger();
    private final Object callEnded = new Object();
    private int endedCalls;

    @Test
    void aThousandCallsOfTwoHundredThreads() throws Exception {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().recordedRequests(10).start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            ScriptedAnswer answer = ScriptedAnswer.message("""
                    {"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-5-5",
                    "content":[{"type":"text","text":"Yes"}],"stop_reason":"end_turn","stop_sequence":null,
                    "usage":{"input_tokens":1000,"output_tokens":10}}""");
            simulator.script(Stream.generate(() -> answer).limit(CALLS + THREADS).toArray(ScriptedAnswer[]::new));
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<BigDecimal>> callers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                callers.add(threads.submit(() -> callWhileThereIsMoney(claude)));
            }
            for (Future<BigDecimal> caller : callers) {
                BudgetStatus last = claude.budget().orElseThrow();
                assertThat(last.spent().add(last.reserved())).isLessThanOrEqualTo(last.limit());
                BigDecimal needed = caller.get(120, TimeUnit.SECONDS);
                assertThat(claude.budget().orElseThrow().remaining()).isLessThan(needed);
            }
            threads.shutdown();

            BudgetStatus end = claude.budget().orElseThrow();
            assertThat(answered).hasValue(CALLS);
            assertThat(end.spent()).isEqualByComparingTo(COST.multiply(BigDecimal.valueOf(CALLS)));
            assertThat(end.spent()).isLessThanOrEqualTo(end.limit());
            assertThat(end.reserved()).isEqualByComparingTo("0");
            assertThat(end.unpricedCalls()).isZero();
        }
        assertThat(observer.seen).hasSize(2).hasOnlyElementsOfTypes(BudgetEvent.NearlySpent.class, BudgetEvent.Exhausted.class)
                .extracting(BudgetEvent::client).containsOnly("<default>");
        assertThat(observer.seenLater.get(10, TimeUnit.SECONDS).client()).isEqualTo("<default>");
    }

    /** Calls until a call does not fit although no other is under way; what it would have needed. */
    private BigDecimal callWhileThereIsMoney(ClaudeClient claude) throws InterruptedException {
        MessageRequest request = MessageRequest.builder().user("Is it true?").maxTokens(10).build();
        while (true) {
            int endedBefore = endedCalls();
            try {
                claude.generate(request);
                answered.incrementAndGet();
                callHasEnded();
            } catch (BudgetExceededException e) {
                assertThat(e.spent().add(e.reserved())).isLessThanOrEqualTo(e.limit());
                if (e.reserved().signum() == 0) {
                    return e.needed();
                }
                awaitOtherCall(endedBefore);
            }
        }
    }

    private int endedCalls() {
        synchronized (callEnded) {
            return endedCalls;
        }
    }

    private void callHasEnded() {
        synchronized (callEnded) {
            endedCalls++;
            callEnded.notifyAll();
        }
    }

    private void awaitOtherCall(int endedBefore) throws InterruptedException {
        synchronized (callEnded) {
            while (endedCalls == endedBefore) {
                callEnded.wait();
            }
        }
    }

    @Singleton
    static class Observer {

        final List<BudgetEvent> seen = new CopyOnWriteArrayList<>();
        final CompletableFuture<BudgetEvent> seenLater = new CompletableFuture<>();

        void see(@Observes BudgetEvent event) {
            seen.add(event);
        }

        void seeLater(@ObservesAsync BudgetEvent event) {
            seenLater.complete(event);
        }
    }
}

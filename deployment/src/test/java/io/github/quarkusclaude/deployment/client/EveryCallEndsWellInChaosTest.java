package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.github.quarkusclaude.simulator.Scenario;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.simulator.StreamScript;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/**
 * Ten thousand calls of every kind, while three requests of ten meet a fault: each ends with what was asked for or with a
 * failure that says what happened, none is made again behind content, and nothing of them stays.
 */
@Timeout(600)
class EveryCallEndsWellInChaosTest {

    private static final Logger LOG = Logger.getLogger(EveryCallEndsWellInChaosTest.class);

    private static final int ROUNDS = 2;
    private static final int CALLS_OF_A_ROUND = 5_000;
    /** Of a round: those whose connection another call has closed in the moment it was passed on, which is rare. */
    private static final int LOST_AT_MOST = 5;
    private static final int AT_ONCE = 64;
    private static final double FAULT_RATE = 0.3;
    private static final int MAX_RETRIES = 2;

    /** No assertion about time: a test that does not end must fail. */
    private static final Duration GUARD = Duration.ofMinutes(4);
    private static final Duration SOON = Duration.ofSeconds(60);

    /** The simulator sees a request later than the client sent it. */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    /** What other things than calls may take meanwhile: less than 2 KB for each call of a round. */
    private static final long NOISE_BYTES = 8L * 1024 * 1024;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .withApplicationRoot(jar -> jar.addClasses(Simulated.class, TlsGateway.class, Traces.class, Ending.class,
                    StreamReader.class, MixedCalls.class, Weather.class))
            .overrideConfigKey("quarkus.claude.timeout", "4s")
            .overrideConfigKey("quarkus.claude.read-timeout", "2s")
            .overrideConfigKey("quarkus.claude.retry.max-retries", Integer.toString(MAX_RETRIES))
            .overrideConfigKey("quarkus.claude.retry.initial-delay", "5ms")
            .overrideConfigKey("quarkus.claude.retry.max-delay", "20ms")
            .overrideConfigKey("quarkus.claude.circuit-breaker.delay", "10ms")
            .overrideConfigKey("quarkus.claude.connection-pool-size", Integer.toString(AT_ONCE))
            .overrideConfigKey("quarkus.claude.limits.max-concurrent", Integer.toString(AT_ONCE))
            .overrideConfigKey("quarkus.claude.budget.limit", "1000000");

    @Inject
    ClaudeClients clients;

    private final Weather weather = new Weather(MAX_RETRIES, SILENCE);

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverHappens(long seed) throws Exception {
        try (ClaudeSimulator simulator = simulator(seed)) {
            try (ClaudeClient claude = Simulated.client(clients, simulator)) {
                warmUp(claude);
                Set<Thread> threads = threads();
                long[] bytes = new long[ROUNDS];
                for (int round = 0; round < ROUNDS; round++) {
                    bytes[round] = round(claude, simulator, seed, round);
                }
                assertThat(bytes[1] - bytes[0]).as("memory in use behind each round").isLessThan(NOISE_BYTES);
                assertPlacesAreFree(claude, simulator);
                assertThat(claude.budget()).hasValueSatisfying(
                        budget -> assertThat(budget.reserved()).isEqualByComparingTo(BigDecimal.ZERO));
                assertThat(newOf(threads)).isEmpty();
            }
            assertThat(connections(simulator)).succeedsWithin(SOON.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Other seeds for runs by hand: {@code -Dchaos.seeds=1,2,3}. */
    static LongStream seeds() {
        return Arrays.stream(System.getProperty("chaos.seeds", "42").split(",")).mapToLong(Long::parseLong);
    }

    private static ClaudeSimulator simulator(long seed) {
        return ClaudeSimulator.builder().seed(seed).requestsPerMinute(1_000_000_000).recordedRequests(1_000_000).start();
    }

    /** What is used by everybody is there from now on. */
    private static void warmUp(ClaudeClient claude) {
        calmDown(claude);
        try (MixedCalls calls = new MixedCalls(claude, new Traces(), AT_ONCE)) {
            calls.make(0, AT_ONCE * 10, AT_ONCE, GUARD);
        }
    }

    /** @return how many bytes are in use behind it */
    private long round(ClaudeClient claude, ClaudeSimulator simulator, long seed, int round) throws InterruptedException {
        simulator.reset();
        simulator.chaos(FAULT_RATE, Weather.scenarios());
        Traces traces = new Traces();
        try (MixedCalls calls = new MixedCalls(claude, traces, AT_ONCE)) {
            List<Ending> endings = calls.make(round * CALLS_OF_A_ROUND, CALLS_OF_A_ROUND, AT_ONCE, GUARD);
            assertEachEndedWell(endings, simulator.requests(), seed);
        }
        simulator.chaos(0);
        // the client may remember the last answer, of whatever kind
        calmDown(claude);
        simulator.reset();
        assertThat(traces.leftAfter(SOON)).as("seed %d", seed).isEmpty();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void assertEachEndedWell(List<Ending> endings, List<RecordedRequest> requests, long seed) {
        Map<Integer, List<RecordedRequest>> attempts = requests.stream()
                .collect(Collectors.groupingBy(MixedCalls::numberOf));
        LOG.infof("seed %d: %d calls, %d attempts, %s", seed, endings.size(), requests.size(), endings.stream()
                .collect(Collectors.groupingBy(Ending::what, TreeMap::new, Collectors.counting())));

        assertThat(endings).as("seed %d", seed).extracting(Ending::number).doesNotHaveDuplicates().hasSize(CALLS_OF_A_ROUND);
        assertThat(endings.stream().flatMap(
                ending -> weather.problems(ending, attempts.getOrDefault(ending.number(), List.of())).stream()))
                .as("seed %d", seed).isEmpty();
        assertThat(endings).as("seed %d", seed)
                .filteredOn(ending -> weather.isLost(ending, attempts.getOrDefault(ending.number(), List.of())))
                .hasSizeLessThanOrEqualTo(LOST_AT_MOST);
        // it was a storm, and they came through
        assertThat(requests.stream().flatMap(request -> request.scenarios().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Weather.scenarios()).map(Scenario::name).toList());
        assertThat(endings).filteredOn(ending -> ending.what().equals(Ending.RIGHT))
                .hasSizeGreaterThan(CALLS_OF_A_ROUND / 2)
                .anySatisfy(ending -> assertThat(attempts.get(ending.number())).hasSize(MAX_RETRIES + 1));
    }

    /** Until the circuit breaker believes that all is well. */
    private static void calmDown(ClaudeClient claude) {
        boolean calm = false;
        while (!calm) {
            try {
                claude.generate("The storm is over");
                claude.stream("The storm is over").finalMessage();
                calm = true;
            } catch (ClaudeException e) {
                LOG.debug("Not yet", e);
            }
        }
    }

    /** As many as there may be are open at the same time, so none of those before still has a connection, or its permit. */
    private static void assertPlacesAreFree(ClaudeClient claude, ClaudeSimulator simulator) {
        List<StreamScript> scripts = new ArrayList<>();
        List<CompletableFuture<Message>> answers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            scripts.add(new StreamScript());
        }
        simulator.script(scripts.toArray(ScriptedAnswer[]::new));
        for (int i = 0; i < AT_ONCE; i++) {
            Uni<Message> answer = claude.reactive().stream("Hello").finalMessage();
            answers.add(answer.subscribeAsCompletionStage());
        }
        assertThat(all(scripts.stream().map(StreamScript::started))).succeedsWithin(SOON);
        scripts.forEach(script -> {
            script.send(Simulated.start() + Simulated.text("Hi") + Simulated.stop());
            script.end();
        });
        assertThat(all(answers.stream())).succeedsWithin(SOON);
    }

    private static CompletableFuture<Void> connections(ClaudeSimulator simulator) {
        return all(simulator.requests().stream().map(RecordedRequest::connectionClosed));
    }

    private static CompletableFuture<Void> all(Stream<? extends CompletableFuture<?>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    /** Threads that are new, but for those of the pool that all of the application shares, which grows to its limit. */
    private static List<String> newOf(Set<Thread> known) throws InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        List<Thread> found;
        do {
            found = threads().stream().filter(thread -> !known.contains(thread))
                    .filter(thread -> !thread.getName().startsWith("executor-thread-")).toList();
            for (Thread thread : found) {
                thread.join(100);
            }
        } while (!found.isEmpty() && System.nanoTime() < end);
        return found.stream().map(Thread::getName).toList();
    }
}

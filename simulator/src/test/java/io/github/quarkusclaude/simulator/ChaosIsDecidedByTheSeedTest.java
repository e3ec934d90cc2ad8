package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaosIsDecidedByTheSeedTest {

    private static final Scenario[] KINDS = { Scenario.OVERLOADED, Scenario.BAD_GATEWAY, Scenario.RATE_LIMITED,
            Scenario.RESET, Scenario.NO_MESSAGE_STOP };

    @Test
    void theShareIsKeptAndEveryScenarioComes() {
        Map<String, List<String>> met = met(42, prompts(1_000));

        assertThat(met).hasSize(1_000);
        Map<List<String>, Long> counts = met.values().stream().collect(Collectors.groupingBy(names -> names,
                Collectors.counting()));
        assertThat(counts.get(List.<String> of())).isBetween(650L, 750L);
        for (Scenario kind : KINDS) {
            assertThat(counts.get(List.of(kind.name()))).as(kind.name()).isGreaterThan(20);
        }
    }

    @Test
    void theOrderInWhichRequestsArriveDoesNotMatter() {
        List<String> prompts = prompts(200);
        List<String> shuffled = new ArrayList<>(prompts);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(met(42, prompts)).isEqualTo(met(42, shuffled));
    }

    @Test
    void anotherSeedIsAnotherChaos() {
        assertThat(met(42, prompts(200))).isNotEqualTo(met(43, prompts(200)));
    }

    @Test
    void aRequestThatIsSentAgainHasAChanceOfItsOwn() throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            simulator.chaos(0.5, Scenario.OVERLOADED);
            List<Integer> statuses = statuses(simulator, 40);

            assertThat(statuses).contains(200, 529);
            simulator.chaos(0.5, Scenario.OVERLOADED);
            assertThat(statuses(simulator, 40)).isEqualTo(statuses);
        }
    }

    @Test
    void answersInOnePieceMeetNothingThatOnlyStreamsCan() throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            simulator.chaos(1, Scenario.NO_MESSAGE_STOP, Scenario.DUPLICATE_EVENT, Scenario.OVERLOADED_MID_STREAM);
            Api api = new Api(simulator);

            api.answer(ask("Hello"));
            api.stream(ask("Hello"));

            assertThat(simulator.requests().get(0).scenarios()).isEmpty();
            assertThat(simulator.requests().get(1).scenarios()).hasSize(1);
        }
    }

    @Test
    void whatIsOrderedForARequestComesFirst() throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            simulator.chaos(1, Scenario.OVERLOADED);
            simulator.scenario(Scenario.SERVER_ERROR);
            Api api = new Api(simulator);

            assertThat(api.messages(ask("Hello")).statusCode()).isEqualTo(500);
            assertThat(api.messages(ask("Hello")).statusCode()).isEqualTo(529);
            assertThat(api.get("/v1/models").statusCode()).isEqualTo(529);
            simulator.reset();
            assertThat(api.messages(ask("Hello")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void withoutNamesThereIsEverything() throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            simulator.chaos(1);

            // whatever a request meets besides, it is answered with this
            met(new Api(simulator).header("x-simulator-fault", "status=503"), simulator, prompts(400));

            assertThat(simulator.requests()).flatExtracting(RecordedRequest::scenarios)
                    .containsAll(Scenario.all().stream().map(Scenario::name).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = { -0.1, 1.1, Double.NaN })
    void sharesAreChecked(double rate) throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            assertThatIllegalArgumentException().isThrownBy(() -> simulator.chaos(rate, Scenario.RESET));
        }
    }

    private static List<String> prompts(int number) {
        return IntStream.range(0, number).mapToObj(i -> "Say exactly: " + i).toList();
    }

    private static Map<String, List<String>> met(long seed, List<String> prompts) {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().seed(seed).recordedRequests(2_000).start()) {
            simulator.chaos(0.3, KINDS);
            return met(new Api(simulator), simulator, prompts);
        }
    }

    /** The scenarios that each prompt meets, all of which are sent at the same time; every second asks for a stream. */
    private static Map<String, List<String>> met(Api api, ClaudeSimulator simulator, List<String> prompts) {
        List<CompletableFuture<?>> calls = prompts.stream().<CompletableFuture<?>> map(prompt -> api.http()
                .sendAsync(api.request("POST", "/v1/messages",
                        ask(prompt).put("stream", prompt.hashCode() % 2 == 0).toString()), BodyHandlers.ofByteArray())
                .exceptionally(failure -> null)).toList();
        CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).orTimeout(60, TimeUnit.SECONDS).join();
        Map<String, List<String>> met = new TreeMap<>();
        simulator.requests().forEach(request -> met.put(request.body().at("/messages/0/content").asText(),
                request.scenarios()));
        return met;
    }

    private static List<Integer> statuses(ClaudeSimulator simulator, int requests) throws IOException {
        Api api = new Api(simulator);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            statuses.add(api.messages(ask("Hello")).statusCode());
        }
        return statuses;
    }
}

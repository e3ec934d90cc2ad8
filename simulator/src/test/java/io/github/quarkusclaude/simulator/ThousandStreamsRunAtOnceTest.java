package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThousandStreamsRunAtOnceTest {

    private static final int STREAMS = 1_000;

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void allAreOpenBeforeTheFirstOneEnds(HttpClient.Version version) throws Exception {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            List<StreamScript> scripts = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                scripts.add(new StreamScript());
            }
            simulator.script(scripts.toArray(ScriptedAnswer[]::new));
            Api api = new Api(simulator, version);
            // with HTTP/2, all streams are to share the connection that is there already
            api.get("/v1/models");

            List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                responses.add(api.http().sendAsync(api.request("POST", "/v1/messages", "{}"), BodyHandlers.ofString()));
            }
            for (StreamScript script : scripts) {
                script.started().get(20, TimeUnit.SECONDS);
            }
            assertThat(responses).noneMatch(CompletableFuture::isDone);
            scripts.forEach(script -> {
                script.send("done");
                script.end();
            });

            for (CompletableFuture<HttpResponse<String>> response : responses) {
                assertThat(response.get(20, TimeUnit.SECONDS).body()).isEqualTo("done");
            }
        }
    }

    @Test
    void allAreCompleteAndInOrder() throws Exception {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            Api api = new Api(simulator);
            String body = ask("lorem 200 tokens").put("stream", true).toString();
            List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                responses.add(api.http().sendAsync(api.request("POST", "/v1/messages", body), BodyHandlers.ofString()));
            }

            String first = responses.get(0).get(20, TimeUnit.SECONDS).body();
            assertThat(Event.accumulate(Event.parse(first)).at("/content/0/text").asText()).hasSize(800);
            for (CompletableFuture<HttpResponse<String>> response : responses) {
                assertThat(response.get(20, TimeUnit.SECONDS).body()).isEqualTo(first);
            }
        }
    }
}

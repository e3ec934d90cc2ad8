package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelStatus;
import io.github.quarkusclaude.catalog.rules.PreparedRequest;
import io.github.quarkusclaude.catalog.rules.RequestPreparation;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Unsupported;
import io.github.quarkusclaude.simulator.ClaudeSimulator;

/**
 * Whatever is asked of whichever model, the API accepts what is sent. The API is the simulator, which has the rules of each
 * model from the same catalogue, but its own opinion on what follows from them.
 */
class EveryModelTakesEveryRequestTest {

    private static ClaudeSimulator simulator;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    /** The simulator, like the API, does not answer for retired models. */
    static List<String> models() {
        return Prepared.CURRENT.models().stream().filter(model -> model.lifecycle().status() != ModelStatus.RETIRED)
                .filter(model -> model.id().equals(model.wireId())).map(ClaudeModel::id).toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void adapted(String model) {
        RequestPreparation preparation = Prepared.by(Unsupported.ADAPT);
        List<String> failures = new ArrayList<>();
        for (Wish wish : Wish.all()) {
            try {
                send(wish, model, preparation, failures);
            } catch (InvalidRequestException e) {
                if (!wish.refusable()) {
                    failures.add(wish.name() + ": " + e.getMessage());
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    /** What is not refused is what would have been sent otherwise, and that is accepted. */
    @ParameterizedTest
    @MethodSource("models")
    void orRefusedBeforeItIsSent(String model) {
        RequestPreparation rejecting = Prepared.by(Unsupported.REJECT);
        RequestPreparation adapting = Prepared.by(Unsupported.ADAPT);
        int refused = 0;
        for (Wish wish : Wish.all()) {
            MessageRequest request = wish.to(model);
            try {
                assertThat(rejecting.prepare(request)).as(wish.name()).isEqualTo(adapting.prepare(request));
            } catch (InvalidRequestException e) {
                assertThat(e).as(wish.name()).hasMessageContaining(model);
                refused++;
            }
        }
        assertThat(refused).isLessThan(Wish.all().size());
    }

    private static void send(Wish wish, String model, RequestPreparation preparation, List<String> failures) {
        MessageRequest request = wish.to(model);
        PreparedRequest message = preparation.prepare(request);
        PreparedRequest stream = preparation.prepareForStream(request);
        assertThat(stream.body().toBuilder().stream(null).build()).as("the body, streamed").isEqualTo(message.body());
        post("/v1/messages", message, wish, failures);
        post("/v1/messages/count_tokens", preparation.prepareForCounting(request), wish, failures);
    }

    private static void post(String path, PreparedRequest prepared, Wish wish, List<String> failures) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .header("x-api-key", simulator.apiKey()).header("anthropic-version", prepared.apiVersion())
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(prepared.json()));
        if (!prepared.betas().isEmpty()) {
            request.header("anthropic-beta", String.join(",", prepared.betas()));
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                failures.add(wish.name() + " at " + path + ": " + response.body() + " for " + prepared.body().toJson());
            }
        } catch (IOException e) {
            failures.add(wish.name() + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlyValidCredentialsOpenTheApiTest {

    private static ClaudeSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void theDefaultKeyAndAnyWellFormedKey() throws IOException {
        new Api(simulator).answer(ask("Hello"));
        new Api(simulator).header("x-api-key", "sk-ant-api03-abcDEF_123-456").answer(ask("Hello"));
    }

    @Test
    void theSameKeyAsBearerToken() throws IOException {
        new Api(simulator).header("x-api-key", null).header("authorization", "Bearer " + simulator.apiKey())
                .answer(ask("Hello"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "secret", "sk-ant-api03-short", "sk-ant-oat01-abcdefghijklmnop",
            "sk-ant-api03-with spaces in it" })
    void noOtherKey(String key) throws IOException {
        Api api = new Api(simulator).header("x-api-key", key);
        assertThat(api.error(api.messages(ask("Hello")), 401))
                .isEqualTo(Api.json("{'type':'authentication_error','message':'invalid x-api-key'}"));

        Api bearer = new Api(simulator).header("x-api-key", null).header("authorization", "Bearer " + key);
        assertThat(bearer.error(bearer.messages(ask("Hello")), 401))
                .isEqualTo(Api.json("{'type':'authentication_error','message':'invalid bearer token'}"));
    }

    @Test
    void noneAtAll() throws IOException {
        Api api = new Api(simulator).header("x-api-key", null);

        assertThat(api.error(api.messages(ask("Hello")), 401).path("message").asText()).contains("header is required");
        assertThat(api.error(api.get("/v1/models"), 401).path("type").asText()).isEqualTo("authentication_error");
    }

    @Test
    void notByAnotherScheme() throws IOException {
        Api api = new Api(simulator).header("x-api-key", null).header("authorization", "Basic dTpw");

        assertThat(api.error(api.messages(ask("Hello")), 401).path("message").asText()).contains("bearer token");
    }

    @Test
    void twoThatContradictEachOther() throws IOException {
        Api api = new Api(simulator).header("authorization", "Bearer sk-ant-api03-somebody-else");
        assertThat(api.error(api.messages(ask("Hello")), 401).path("message").asText()).contains("different credentials");

        api.header("authorization", "Bearer " + simulator.apiKey()).answer(ask("Hello"));
    }

    @Test
    void onlyTheGivenKeysIfThereAreAny() throws IOException {
        try (ClaudeSimulator strict = ClaudeSimulator.builder().apiKey("first").apiKey("second").start()) {
            assertThat(strict.apiKey()).isEqualTo("first");
            new Api(strict).answer(ask("Hello"));
            new Api(strict).header("x-api-key", "second").answer(ask("Hello"));
            Api other = new Api(strict).header("x-api-key", ClaudeSimulator.DEFAULT_API_KEY);
            other.error(other.messages(ask("Hello")), 401);
        }
    }

    @Test
    void aRefusalDoesNotRepeatTheKey() throws IOException {
        Api api = new Api(simulator).header("x-api-key", "my-little-secret");

        assertThat(api.messages(ask("Hello")).body()).doesNotContain("my-little-secret");
    }
}

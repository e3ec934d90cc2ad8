package io.github.quarkusclaude.deployment.fallback;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;

/** A client of a first server that falls back to another model there, and then to a client of a second server. */
abstract class FallbackTest {

    static final String OPUS = "claude-opus-5-5";
    static final String SONNET = "claude-sonnet-5-5";
    static final String HAIKU = "claude-haiku-5-5";

    @Inject
    ClaudeClients clients;

    final ClaudeSimulator first = TwoServers.first();
    final ClaudeSimulator second = TwoServers.second();

    ClaudeClient claude;

    /** A test for each way to ask for an answer. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest
    @ValueSource(strings = { "blocking", "reactive", "streamed", "streamed reactively" })
    @interface InEveryWay {
    }

    Message ask(String way, MessageRequest request) {
        return switch (way) {
            case "blocking" -> claude.generate(request);
            case "reactive" -> claude.reactive().generate(request).await().atMost(Duration.ofSeconds(30));
            case "streamed" -> claude.stream(request).finalMessage();
            default -> claude.reactive().stream(request).finalMessage().await().atMost(Duration.ofSeconds(30));
        };
    }

    static QuarkusUnitTest application(Class<?>... classes) {
        return new QuarkusUnitTest()
                .withApplicationRoot(jar -> jar.addClasses(FallbackTest.class, TwoServers.class).addClasses(classes)
                        .addAsServiceProvider(ConfigSource.class, TwoServers.class))
                .overrideConfigKey("quarkus.claude.devservices.enabled", "false")
                .overrideRuntimeConfigKey("quarkus.claude.base-url", "${first.url}")
                .overrideRuntimeConfigKey("quarkus.claude.api-key", TwoServers.FIRST_KEY)
                .overrideRuntimeConfigKey("quarkus.claude.model", OPUS)
                .overrideRuntimeConfigKey("quarkus.claude.retry.max-retries", "0")
                .overrideRuntimeConfigKey("quarkus.claude.fallback.to", SONNET + "," + HAIKU + " via backup")
                .overrideRuntimeConfigKey("quarkus.claude.\"backup\".base-url", "${second.url}")
                .overrideRuntimeConfigKey("quarkus.claude.\"backup\".api-key", TwoServers.SECOND_KEY)
                .overrideRuntimeConfigKey("quarkus.claude.\"backup\".retry.max-retries", "0");
    }

    @BeforeEach
    void reset() {
        first.reset();
        second.reset();
        claude = clients.client();
    }

    @AfterAll
    static void close() {
        TwoServers.close();
    }

    /** The models that a server was asked for, in order. */
    static List<String> asked(ClaudeSimulator server) {
        return server.requests().stream().map(request -> request.body().path("model").asText()).toList();
    }

    static JsonNode lastBody(ClaudeSimulator server) {
        return server.requests().get(server.requests().size() - 1).body();
    }

    static MessageRequest ask(String prompt) {
        return MessageRequest.builder().user(prompt).build();
    }
}

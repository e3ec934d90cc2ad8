package io.github.quarkusclaude.deployment.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.batch.BatchRequest;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.file.FileUpload;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.message.ToolUseBlock;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.quarkus.test.QuarkusUnitTest;

/** Every kind of call travels with the login, and once more with a new token if the API refuses the old one. */
class EveryCallUsesTheLoginTest extends AuthTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = withLogin(application("every-call"), "person")
            .overrideConfigKey("quarkus.claude.oauth.refresh-every", "off");

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);
    private static final MessageRequest WEATHER = MessageRequest.builder().user("What is the weather in Bern?")
            .tool(Tool.of("weather", "The weather of a city", RawJson.of("""
                    {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}"""))).build();

    private ClaudeClient claude;

    @BeforeEach
    void logIn() {
        login("person", simulator.oauth().issue(), Instant.now().plusSeconds(3600));
        claude = clients.client("person");
        // takes over the new login, whatever the last test has left
        auth.refresh("person");
        events.clear();
    }

    private Map<String, Consumer<ClaudeClient>> calls() {
        String batch = simulator.addBatch(2).id();
        String file = simulator.addFile("notes.txt", "text/plain", CONTENT).id();
        Map<String, Consumer<ClaudeClient>> calls = new LinkedHashMap<>();
        calls.put("POST /v1/messages", client -> client.generate("Hello"));
        calls.put("POST /v1/messages, streamed", client -> client.stream("Hello").finalMessage());
        calls.put("POST /v1/messages/count_tokens", client -> client.countTokens("Hello"));
        calls.put("GET /v1/models", ClaudeClient::models);
        calls.put("POST /v1/messages/batches", client -> client.batches()
                .create(List.of(new BatchRequest("first", MessageRequest.of("Hello")))));
        calls.put("GET /v1/messages/batches/" + batch + "/results",
                client -> assertThat(client.batches().results(batch).toList()).hasSize(2));
        calls.put("POST /v1/files", client -> client.files().upload(FileUpload.of("notes.txt", CONTENT)));
        calls.put("GET /v1/files/" + file + "/content", client -> assertThat(content(client, file)).isEqualTo(CONTENT));
        return calls;
    }

    private static byte[] content(ClaudeClient client, String file) {
        try (InputStream content = client.files().open(file)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void itsTokenAndNoKey() {
        String token = currentToken();
        calls().forEach((name, call) -> {
            int before = apiRequests().size();
            call.accept(claude);
            List<RecordedRequest> requests = apiRequests().subList(before, apiRequests().size());
            assertThat(requests).as(name).isNotEmpty().allSatisfy(request -> {
                assertThat(bearer(request)).isEqualTo(token);
                assertThat(request.headers().get("authorization")).hasSize(1);
                assertThat(request.header("anthropic-beta").orElse("").split(",")).contains("oauth-2025-04-20");
            });
            assertThat(requests).as(name).anyMatch(request -> name.startsWith(request.method() + " " + request.path()));
        });
    }

    @Test
    void aRevokedTokenIsReplacedOnceAndTheCallIsMadeAgain() {
        calls().forEach((name, call) -> {
            String old = currentToken();
            simulator.oauth().revoke(old);
            long refreshes = refreshes();
            int before = apiRequests().size();

            call.accept(claude);

            List<RecordedRequest> requests = apiRequests().subList(before, apiRequests().size());
            assertThat(refreshes()).as(name).isEqualTo(refreshes + 1);
            assertThat(bearer(requests.get(0))).as(name).isEqualTo(old);
            assertThat(requests.subList(1, requests.size())).as(name).isNotEmpty()
                    .noneMatch(request -> bearer(request).equals(old));
        });
    }

    @Test
    void aSecondRefusalIsFinal() {
        ScriptedAnswer refusal = ScriptedAnswer.error(401, "authentication_error", "No");
        simulator.script(refusal, refusal);
        long refreshes = refreshes();

        AuthenticationException failure = catchThrowableOfType(AuthenticationException.class, () -> claude.generate("Hello"));

        assertThat(failure.status()).isEqualTo(401);
        assertThat(apiRequests()).hasSize(2);
        assertThat(refreshes()).isEqualTo(refreshes + 1);
        assertThat(claude.generate("What is 6 * 7?").text()).contains("42");
    }

    @Test
    void anUploadThatCannotBeMadeAgainFailsButTheNextOneWorks() {
        simulator.oauth().revoke(currentToken());
        long refreshes = refreshes();

        assertThatThrownBy(() -> claude.files().upload(stream())).isInstanceOf(AuthenticationException.class);
        assertThat(apiRequests()).filteredOn(request -> request.path().equals("/v1/files")).hasSize(1);

        assertThat(claude.files().upload(stream()).sizeBytes()).isEqualTo(CONTENT.length);
        assertThat(refreshes()).isEqualTo(refreshes + 1);
    }

    private static FileUpload stream() {
        return FileUpload.of("notes.txt", new ByteArrayInputStream(CONTENT));
    }

    @Test
    void toolsHaveAPrefixOnTheWireOnly() {
        for (Message answer : List.of(claude.generate(WEATHER), claude.stream(WEATHER).finalMessage())) {
            assertThat(lastApiRequest().body().path("tools").findValuesAsText("name")).containsExactly("mcp_weather");
            assertThat(answer.toolUses()).extracting(ToolUseBlock::name).containsExactly("weather");
        }
        claude.countTokens(WEATHER);
        assertThat(lastApiRequest().body().path("tools").findValuesAsText("name")).containsExactly("mcp_weather");
    }

    @Test
    void toolsOfBatchesHaveNoneSinceWhoeverReadsTheResultsMayNotKnowTheRequests() {
        claude.batches().create(List.of(new BatchRequest("first", WEATHER)));

        assertThat(lastApiRequest().body().at("/requests/0/params/tools/0/name").asText()).isEqualTo("weather");
    }

    private String currentToken() {
        return json(directory.resolve("person.json")).at("/oauth/accessToken").asText();
    }
}

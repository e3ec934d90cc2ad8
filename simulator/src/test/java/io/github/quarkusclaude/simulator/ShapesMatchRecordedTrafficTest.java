package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static io.github.quarkusclaude.simulator.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Compares with traffic of the real API, where a collection of it is at hand. All of it is of version 2023-06-01. */
class ShapesMatchRecordedTrafficTest {

    private static final Path RECORDED = Path.of("..", "..", "shared", "fixtures", "recorded");
    private static final String TOOLS = "{'tools':[{'name':'get_weather','input_schema':{'type':'object','properties':"
            + "{'city':{'type':'string'}},'required':['city']}}]}";

    @BeforeAll
    static void recordingsAreAtHand() {
        assumeTrue(Files.isDirectory(RECORDED), "no recorded traffic at " + RECORDED);
    }

    @Test
    void eventsHaveNoFieldThatWasNeverSeen() throws IOException {
        Set<String> recorded = new TreeSet<>();
        for (Path file : files("streams", ".sse")) {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("data: {")) {
                    JsonNode event = Api.JSON.readTree(line.substring(6));
                    collect(event, label(event), recorded);
                }
            }
        }

        Set<String> simulated = new TreeSet<>();
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            for (ObjectNode body : varied()) {
                for (Event event : old(simulator).stream(body)) {
                    collect(event.data(), label(event.data()), simulated);
                }
            }
        }

        // came after these recordings
        simulated.removeIf(path -> path.endsWith(".file_id"));
        assertThat(simulated).hasSizeGreaterThan(40);
        assertThat(recorded).containsAll(simulated);
    }

    @Test
    void messagesHaveNoFieldThatWasNeverSeen() throws IOException {
        Set<String> recorded = new TreeSet<>();
        for (Path file : files("messages", ".json")) {
            collect(Api.JSON.readTree(file.toFile()), "message", recorded);
        }

        Set<String> simulated = new TreeSet<>();
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            for (ObjectNode body : varied()) {
                collect(old(simulator).answer(body), "message", simulated);
            }
        }

        // came after these recordings
        simulated.removeIf(path -> path.endsWith(".file_id"));
        assertThat(simulated).hasSizeGreaterThan(20);
        assertThat(recorded).containsAll(simulated);
    }

    @Test
    void errorsHaveTheFieldsThatWereSeen() throws IOException {
        TreeMap<Integer, Set<String>> recorded = new TreeMap<>();
        for (Path file : files("errors", ".json")) {
            JsonNode error = Api.JSON.readTree(file.toFile());
            Set<String> seen = recorded.computeIfAbsent(error.path("status").asInt(), status -> new TreeSet<>());
            seen.add(error.at("/json/error/type").asText());
        }
        assertThat(recorded).containsKeys(400, 401, 404, 429, 529);

        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            for (int status : recorded.keySet()) {
                Api api = old(simulator).header("x-simulator-fault", "status=" + status);
                assertThat(recorded.get(status)).contains(api.error(api.messages(ask("x")), status).path("type").asText());
            }
        }
    }

    @Test
    void requestsThatTheApiTookAreTaken() throws IOException {
        List<Path> accepted = files("requests", ".json").stream().filter(ShapesMatchRecordedTrafficTest::wasAccepted).toList();
        ClaudeSimulator.Builder builder = ClaudeSimulator.builder().recordedRequests(0);
        ModelCatalog catalog = ModelCatalog.load("current", List.of(), new Json());
        for (Path file : accepted) {
            String model = Api.JSON.readTree(file.toFile()).path("model").asText();
            // models that were retired since have no rules any more
            if (catalog.find(model).filter(known -> !known.isRetired()).isEmpty()) {
                builder.model(model);
            }
        }
        List<String> refused = new ArrayList<>();
        try (ClaudeSimulator simulator = builder.start()) {
            for (Path file : accepted) {
                HttpResponse<String> response = old(simulator)
                        .header("anthropic-beta", betas(file))
                        .messages(Api.JSON.readTree(file.toFile()));
                if (response.statusCode() != 200 && !dependsOnTheRealServer(response.body())) {
                    refused.add(file.getFileName() + ": " + response.body());
                }
            }
        }

        assertThat(accepted).hasSizeGreaterThan(100);
        assertThat(refused).isEmpty();
    }

    /** What the recording was sent with, as far as it tells; most recordings keep no header of the request. */
    private static String betas(Path request) throws IOException {
        JsonNode headers = Api.JSON.readTree(RECORDED.resolve("headers").resolve(request.getFileName()).toFile());
        return headers.at("/request/headers/anthropic-beta")
                .asText("computer-use-2025-11-24,computer-use-2025-01-24,structured-outputs-2025-11-13");
    }

    /** Signatures were made and files kept by the real API, and long files are cut in the recordings. */
    private static boolean dependsOnTheRealServer(String error) {
        return error.contains("invalid signature") || error.contains("invalid data") || error.contains("valid base64")
                || error.contains("File not found");
    }

    private static boolean wasAccepted(Path request) {
        String name = request.getFileName().toString().replace(".json", "");
        return Files.exists(RECORDED.resolve("messages").resolve(name + ".json"))
                || Files.exists(RECORDED.resolve("streams").resolve(name + ".sse"));
    }

    private static List<ObjectNode> varied() {
        ObjectNode thinking = ask("claude-opus-4-6", "Explain tides");
        thinking.putObject("thinking").put("type", "adaptive");
        ObjectNode redacted = ask("claude-opus-4-6", "ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING");
        redacted.putObject("thinking").put("type", "adaptive");
        ObjectNode tool = ask("What is the weather in Bern?");
        tool.setAll(json(TOOLS));
        ObjectNode stopped = ask("Say exactly: a b c");
        stopped.putArray("stop_sequences").add("b");
        ObjectNode search = ask("Search the web for tides");
        search.setAll(json("{'tools':[{'type':'web_search_20250305','name':'web_search'}]}"));
        ObjectNode citing = ask("What does it say?");
        citing.setAll(json("{'messages':[{'role':'user','content':[{'type':'document','citations':{'enabled':true},'source':"
                + "{'type':'text','media_type':'text/plain','data':'One. Two.'}},{'type':'text','text':'What does it say?'}]}]}"));
        ObjectNode cached = ask("Hello");
        cached.putObject("cache_control").put("type", "ephemeral");
        return List.of(search, citing, cached, ask("Hello"), ask("Explain tides").put("max_tokens", 5), thinking, redacted,
                tool, stopped);
    }

    private static Api old(ClaudeSimulator simulator) {
        return new Api(simulator).header("anthropic-version", "2023-06-01");
    }

    private static String label(JsonNode event) {
        return event.path("type").asText() + " " + event.at("/delta/type").asText() + event.at("/content_block/type").asText();
    }

    /** Adds the path of every field; blocks of a message are told apart by their type, what tools are given is left out. */
    private static void collect(JsonNode node, String path, Set<String> paths) {
        if (node.isArray()) {
            node.forEach(item -> collect(item, path + "[" + item.path("type").asText() + "]", paths));
        }
        node.properties().forEach(field -> {
            paths.add(path + "." + field.getKey());
            if (!field.getKey().equals("input")) {
                collect(field.getValue(), path + "." + field.getKey(), paths);
            }
        });
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(RECORDED.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}

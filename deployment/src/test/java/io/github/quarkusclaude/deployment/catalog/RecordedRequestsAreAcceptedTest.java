package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.quarkusclaude.catalog.rules.PreparedRequest;
import io.github.quarkusclaude.catalog.rules.RequestPreparation;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Unsupported;

/**
 * What the real API has answered is never refused. Traffic recorded by others, kept outside of the project; skipped where it
 * is absent.
 */
class RecordedRequestsAreAcceptedTest {

    private static final Path ROOT = Path.of("../../shared/fixtures/recorded");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static List<Path> answered;

    @BeforeAll
    static void find() throws IOException {
        assumeTrue(Files.isDirectory(ROOT), () -> "No recorded traffic at " + ROOT + ": skipped");
        try (Stream<Path> files = Files.list(ROOT.resolve("requests"))) {
            answered = files.filter(RecordedRequestsAreAcceptedTest::isAnswered).sorted().toList();
        }
        assertThat(answered).hasSizeGreaterThan(250);
    }

    private static boolean isAnswered(Path request) {
        Path headers = ROOT.resolve("headers").resolve(request.getFileName());
        if (!Files.exists(headers)) {
            return !Files.exists(ROOT.resolve("errors").resolve(request.getFileName()));
        }
        return tree(headers).at("/response/status").asInt() == 200;
    }

    @Test
    void noneIsRefused() {
        RequestPreparation preparation = Prepared.by(Unsupported.ADAPT);
        List<String> refused = new ArrayList<>();
        for (Path file : answered) {
            try {
                prepare(file, preparation);
            } catch (InvalidRequestException e) {
                refused.add(file.getFileName() + ": " + e.getMessage());
            }
        }
        assertThat(refused).isEmpty();
    }

    /** Everything was sent to models that took it, so there is nothing to adapt; only aliases become ids. */
    @Test
    void noneIsChanged() {
        RequestPreparation preparation = Prepared.by(Unsupported.ADAPT);
        Map<String, List<String>> changed = new TreeMap<>();
        for (Path file : answered) {
            PreparedRequest prepared = prepare(file, preparation);
            JsonNode sent = read(prepared.body().toJson());
            MessageRequest request = request(file);
            JsonNode asked = read(request.toBuilder().model(Prepared.CURRENT.wireId(request.model())).build().toJson());
            asked.properties().forEach(parameter -> {
                String name = parameter.getKey();
                if (!name.equals("stream") && !parameter.getValue().equals(sent.path(name))) {
                    changed.computeIfAbsent(name, key -> new ArrayList<>()).add(file.getFileName() + ": "
                            + text(parameter.getValue()) + " -> " + text(sent.path(name)));
                }
            });
        }
        assertThat(changed).isEmpty();
    }

    private static PreparedRequest prepare(Path file, RequestPreparation preparation) {
        MessageRequest request = request(file);
        boolean counting = Files.exists(ROOT.resolve("count_tokens").resolve(file.getFileName()));
        return counting ? preparation.prepareForCounting(request) : preparation.prepare(request);
    }

    private static MessageRequest request(Path file) {
        MessageRequest request = MessageRequest.fromJson(string(file));
        Path headers = ROOT.resolve("headers").resolve(file.getFileName());
        String betas = Files.exists(headers) ? tree(headers).at("/request/headers/anthropic-beta").asText("") : "";
        return request.toBuilder().betas(betas).build();
    }

    private static JsonNode tree(Path file) {
        return read(string(file));
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String string(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode value) {
        String text = value.toString();
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}

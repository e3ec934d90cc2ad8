package io.github.quarkusclaude.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Traffic of the real API as others recorded it, kept outside of the project. Where it is absent, the tests that read it
 * are skipped.
 */
public final class RecordedTraffic {

    private static final Path ROOT = Path.of("../../shared/fixtures/recorded");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** 1, 1.0 and 1e0 are the same number. */
    private static final Comparator<JsonNode> BY_MEANING = (a, b) -> a.isNumber() && b.isNumber()
            ? a.decimalValue().compareTo(b.decimalValue())
            : a.equals(b) ? 0 : 1;

    private RecordedTraffic() {
    }

    /** The files of a folder whose names end with a suffix, sorted. */
    public static List<Path> files(String folder, String suffix) {
        assumeTrue(Files.isDirectory(ROOT), () -> "No recorded traffic at " + ROOT + ": skipped");
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the official SDK makes of a recorded stream. */
    public static JsonNode expected(Path stream) {
        String name = stream.getFileName().toString().replace(".sse", ".json");
        return tree(text(ROOT.resolve("expected").resolve(name)));
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void assertSameMeaning(String actual, JsonNode expected, String description) {
        JsonNode tree = tree(actual);
        if (!expected.equals(BY_MEANING, tree)) {
            assertThat(tree.toPrettyString()).as(description).isEqualTo(expected.toPrettyString());
        }
    }
}

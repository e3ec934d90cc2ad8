package io.github.quarkusclaude.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.batch.BatchOutcome;
import io.github.quarkusclaude.batch.BatchResult;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.vertx.core.buffer.Buffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class JsonLinesTest {

    private static final String THREE = line("one") + "\n" + line("zwei-ß-世界") + "\r\n\n \r\n" + line("three");

    @Test
    void linesAreGivenAsSoonAsTheyAreThere() {
        JsonLines<BatchResult> lines = new JsonLines<>(BatchResult::readFrom);
        lines.feed(Buffer.buffer(line("a")));
        assertThat(lines.next()).isNull();

        lines.feed(Buffer.buffer("\n" + line("b")));
        assertThat(lines.next()).isEqualTo(result("a"));
        assertThat(lines.next()).isNull();
        assertThat(lines.last()).isEqualTo(result("b"));
        assertThat(lines.last()).isNull();
    }

    @Property
    void howTheBytesAreCutDoesNotMatter(@ForAll @Size(max = 60) List<@IntRange(min = 1, max = 17) Integer> cuts) {
        byte[] bytes = THREE.getBytes(UTF_8);
        List<Buffer> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; from < bytes.length; i++) {
            int to = i < cuts.size() ? Math.min(bytes.length, from + cuts.get(i)) : bytes.length;
            pieces.add(Buffer.buffer().appendBytes(bytes, from, to - from));
            from = to;
        }

        assertThat(decode(pieces)).containsExactly(result("one"), result("zwei-ß-世界"), result("three"));
    }

    @Test
    void everySingleCutInTwo() {
        byte[] bytes = (THREE + "\n").getBytes(UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(decode(List.of(Buffer.buffer().appendBytes(bytes, 0, cut),
                    Buffer.buffer().appendBytes(bytes, cut, bytes.length - cut)))).hasSize(3);
        }
    }

    @Test
    void aLineOfTwentyMegabytesIsCutLikeAnyOther() {
        String large = "x".repeat(20 << 20);
        byte[] bytes = (line("a") + "\n" + line(large) + "\n" + line("b")).getBytes(UTF_8);
        List<Buffer> pieces = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += 8192) {
            pieces.add(Buffer.buffer().appendBytes(bytes, from, Math.min(8192, bytes.length - from)));
        }

        List<BatchResult> results = decode(pieces);

        assertThat(results).hasSize(3);
        assertThat(results.get(1).customId()).hasSize(20 << 20);
    }

    @Test
    void aBrokenLineIsNamed() {
        JsonLines<BatchResult> lines = new JsonLines<>(BatchResult::readFrom);
        lines.feed(Buffer.buffer(line("a") + "\n\n{\"custom_id\":\n"));
        lines.next();

        assertThatThrownBy(lines::next).isInstanceOf(MalformedResponseException.class).hasMessageContaining("Line 3");
    }

    private static List<BatchResult> decode(List<Buffer> pieces) {
        JsonLines<BatchResult> lines = new JsonLines<>(BatchResult::readFrom);
        List<BatchResult> results = new ArrayList<>();
        for (Buffer piece : pieces) {
            lines.feed(piece);
            for (BatchResult result = lines.next(); result != null; result = lines.next()) {
                results.add(result);
            }
        }
        BatchResult last = lines.last();
        if (last != null) {
            results.add(last);
        }
        return results;
    }

    private static String line(String id) {
        return "{\"custom_id\":\"" + id + "\",\"result\":{\"type\":\"expired\"}}";
    }

    private static BatchResult result(String id) {
        return new BatchResult(id, new BatchOutcome.Expired(Map.of()), Map.of());
    }
}

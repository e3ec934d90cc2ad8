package io.github.quarkusclaude.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.recorded.RecordedTraffic;

/** Every rate limit the real API was seen to send is understood. */
class RecordedHeadersAreReadTest {

    @Test
    void completely() {
        int limits = 0;
        for (Path file : RecordedTraffic.files("headers", ".json")) {
            Map<String, String> headers = new HashMap<>();
            JsonNode response = RecordedTraffic.tree(RecordedTraffic.text(file)).path("response").path("headers");
            response.properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
            long told = headers.keySet().stream().filter(name -> name.startsWith("anthropic-ratelimit-")).count();

            RateLimits read = RateLimits.from(headers);

            assertThat(read.others()).as("%s", file).isEmpty();
            assertThat(read.buckets().values()).as("%s", file).hasSize((int) told / 3).allSatisfy(limit -> {
                assertThat(limit.limit()).isNotNull();
                assertThat(limit.remaining()).isNotNull();
                assertThat(limit.reset()).isNotNull();
            });
            limits += read.buckets().size();
        }
        assertThat(limits).isGreaterThan(600);
    }
}

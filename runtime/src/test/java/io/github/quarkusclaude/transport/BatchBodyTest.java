package io.github.quarkusclaude.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.batch.BatchRequest;
import io.github.quarkusclaude.catalog.rules.PreparedRequest;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ModelChoice;
import io.github.quarkusclaude.recorded.RecordedTraffic;
import io.vertx.core.buffer.Buffer;

class BatchBodyTest {

    private static final String NEW = "2026-10-21";
    private static final String OLD = "2023-06-01";

    private final BatchBody body = new BatchBody(prepared(NEW, List.of(), Map.of()));

    @Test
    void manyRequestsBecomeOneBodyOfTheLengthThatIsSaid() {
        for (int i = 0; i < 3000; i++) {
            body.add(request("r-" + i, "Question ß " + "x".repeat(i)));
        }

        UploadBody upload = body.end();
        List<Buffer> pieces = upload.pieces().collect().asList().await().atMost(Duration.ofSeconds(30));
        Buffer whole = Buffer.buffer();
        pieces.forEach(whole::appendBuffer);

        assertThat(upload.length()).isEqualTo(whole.length());
        assertThat(pieces).hasSizeGreaterThan(10);
        var requests = RecordedTraffic.tree(whole.toString()).path("requests");
        assertThat(requests).hasSize(3000);
        assertThat(requests.path(2999).path("custom_id").asText()).isEqualTo("r-2999");
        assertThat(requests.path(7).path("params").path("messages").path(0).path("content").asText())
                .isEqualTo("Question ß xxxxxxx");
    }

    @Test
    void idsMustDiffer() {
        body.add(request("a", "x"));

        assertThatThrownBy(() -> body.add(request("a", "y"))).isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("\"a\" comes twice");
    }

    @Test
    void thereMustBeARequest() {
        assertThatThrownBy(body::end).isInstanceOf(InvalidRequestException.class).hasMessageContaining("no request");
    }

    @Test
    void thereMayBeAHundredThousand() {
        for (int i = 0; i < 100_000; i++) {
            body.add(request("r" + i, "x"));
        }
        assertThat(body.end().length()).isPositive();

        assertThatThrownBy(() -> body.add(request("one-more", "x"))).isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("100,000").hasMessageContaining("Split");
    }

    @Test
    void theSizeIsLimited() {
        BatchBody small = new BatchBody(prepared(NEW, List.of(), Map.of()), 1000);
        small.add(request("a", "x".repeat(400)));

        assertThatThrownBy(() -> small.add(request("b", "x".repeat(600)))).isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("256 MB").hasMessageContaining("request number 2");
    }

    @Test
    void theOldestVersionAndAllBetaFeaturesAndHeadersHoldForAll() {
        BatchBody mixed = new BatchBody(request -> request.maxTokens() == 1
                ? prepared(NEW, List.of("a", "b"), Map.of("X-Team", "blue")).apply(request)
                : prepared(OLD, List.of("b", "c"), Map.of("x-team", "blue")).apply(request));
        mixed.add(new BatchRequest("one", MessageRequest.builder().maxTokens(1).user("x").build()));
        mixed.add(new BatchRequest("two", MessageRequest.builder().maxTokens(2).user("x").build()));

        UploadBody upload = mixed.end();

        assertThat(upload.apiVersion()).isEqualTo(OLD);
        assertThat(upload.betas()).containsExactly("a", "b", "c");
        assertThat(upload.headers()).containsExactly(Map.entry("x-team", "blue"));
    }

    @Test
    void headersThatContradictEachOtherAreRefused() {
        BatchBody mixed = new BatchBody(
                request -> prepared(NEW, List.of(), Map.of("x-team", request.maxTokens().toString())).apply(request));
        mixed.add(new BatchRequest("one", MessageRequest.builder().maxTokens(1).user("x").build()));

        assertThatThrownBy(() -> mixed.add(new BatchRequest("two", MessageRequest.builder().maxTokens(2).user("x").build())))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("x-team").hasMessageContaining("\"two\"");
    }

    @Test
    void aRequestThatIsRefusedIsNamed() {
        BatchBody picky = new BatchBody(request -> {
            throw new InvalidRequestException(ErrorDetails.of("Too many breakpoints"), null);
        });

        assertThatThrownBy(() -> picky.add(request("seven", "x"))).isInstanceOf(InvalidRequestException.class)
                .hasMessage("Request \"seven\" of the batch: Too many breakpoints");
    }

    private static BatchRequest request(String id, String prompt) {
        return new BatchRequest(id, MessageRequest.of(prompt));
    }

    private static Function<MessageRequest, PreparedRequest> prepared(String version, List<String> betas,
            Map<String, String> headers) {
        return request -> new PreparedRequest(request, version, betas, headers,
                new ModelChoice("m", "m", null));
    }
}

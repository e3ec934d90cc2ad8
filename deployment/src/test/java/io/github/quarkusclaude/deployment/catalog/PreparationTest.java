package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.rules.PreparedRequest;
import io.github.quarkusclaude.catalog.rules.PromptCaching;
import io.github.quarkusclaude.catalog.rules.RequestPreparation;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.message.CacheControl;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.Unsupported;

/** What does not depend on the model. */
class PreparationTest {

    private static final RequestPreparation PREPARATION = Prepared.by(Unsupported.ADAPT);

    static List<ClaudeModel> models() {
        return Prepared.CURRENT.models();
    }

    /** A request that was prepared once fits, so there is nothing more to do. */
    @ParameterizedTest
    @MethodSource("models")
    void preparingTwiceChangesNothing(ClaudeModel model) {
        for (Wish wish : Wish.all()) {
            MessageRequest once;
            try {
                once = PREPARATION.prepare(wish.to(model.id())).body();
            } catch (InvalidRequestException e) {
                assertThat(wish.refusable()).as(wish.name()).isTrue();
                continue;
            }
            assertThat(PREPARATION.prepare(once).body()).as(wish.name()).isEqualTo(once);
        }
    }

    @Test
    void aBlankModelIsNone() {
        for (String blank : new String[] { null, "", " " }) {
            assertThat(PREPARATION.prepare(ask().model(blank).build()).body().model()).isEqualTo("claude-sonnet-5-5");
        }
    }

    @Test
    void whatOnlyTheOldVersionTakesGoesUnderIt() {
        assertThat(version("{\"role\":\"user\",\"content\":\"Hello\"}")).isEqualTo("2026-10-21");
        assertThat(version("{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hello\",\"citations\":[]}]}"))
                .isEqualTo("2026-10-21");
        assertThat(version("{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hello\",\"citations\":[{\"type\":"
                + "\"char_location\",\"cited_text\":\"x\",\"document_index\":0,\"start_char_index\":0,\"end_char_index\":1}]}]}"))
                .isEqualTo("2023-06-01");
        assertThat(version("{\"role\":\"assistant\",\"content\":[{\"type\":\"document\",\"source\":{\"type\":\"text\","
                + "\"media_type\":\"text/plain\",\"data\":\"x\"}}]},{\"role\":\"user\",\"content\":\"Hello\"}"))
                .isEqualTo("2023-06-01");
        assertThat(PREPARATION.prepareForCounting(ask().model("claude-haiku-4-5").temperature(0.1).build()).apiVersion())
                .isEqualTo("2026-10-21");
    }

    private static String version(String messages) {
        return PREPARATION.prepare(MessageRequest.fromJson("{\"messages\":[" + messages + "]}")).apiVersion();
    }

    @Test
    void configuredCachingLeavesTheRequestsOwnBreakpointsAlone() {
        assertThat(cached(ask())).isEqualTo(CacheControl.ONE_HOUR);
        assertThat(cached(ask().cacheControl(CacheControl.FIVE_MINUTES))).isEqualTo(CacheControl.FIVE_MINUTES);
        assertThat(cached(breakpoints(3, CacheControl.ONE_HOUR))).isEqualTo(CacheControl.ONE_HOUR);
        assertThat(cached(breakpoints(1, CacheControl.FIVE_MINUTES))).isEqualTo(CacheControl.FIVE_MINUTES);
        assertThat(cached(breakpoints(4, CacheControl.ONE_HOUR))).isNull();
    }

    private static CacheControl cached(MessageRequestBuilder request) {
        return Prepared.with(Prepared.CURRENT, Unsupported.ADAPT, null, PromptCaching.ONE_HOUR).prepare(request.build()).body()
                .cacheControl();
    }

    private static MessageRequestBuilder breakpoints(int count, CacheControl control) {
        MessageRequestBuilder builder = MessageRequest.builder();
        for (int i = 0; i < count; i++) {
            builder.user(TextBlock.of("text").withCacheControl(control));
        }
        return builder;
    }

    @Test
    void aBatchHasNoFastMode() {
        MessageRequest fast = ask().model("claude-opus-5").speed("fast").build();
        PreparedRequest prepared = PREPARATION.prepareForBatch(fast);
        assertThat(prepared.body().speed()).isNull();
        assertThat(prepared.betas()).isEmpty();
        assertThat(PREPARATION.prepare(fast).body().speed()).isEqualTo("fast");
    }

    @Test
    void countingNeedsOnlyTheBetasOfWhatIsCounted() {
        MessageRequest request = MessageRequest.fromJson("{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],"
                + "\"fallbacks\":\"default\",\"context_management\":{\"edits\":[]}}");
        assertThat(PREPARATION.prepareForCounting(request).betas()).containsExactly("context-management-2025-06-27");
    }

    @Test
    void secretsAreNotShown() {
        MessageRequest plain = ask().build();
        MessageRequest request = plain.toBuilder()
                .options(plain.options().withHeaders(Map.of("x-token", "secret"))).build();
        assertThat(PREPARATION.prepare(request)).asString().doesNotContain("secret").doesNotContain("Hello");
    }

    private static MessageRequestBuilder ask() {
        return MessageRequest.builder().user("Hello");
    }
}

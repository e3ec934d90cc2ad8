package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.error.UnknownPriceException;
import io.github.quarkusclaude.limits.Budget;
import io.github.quarkusclaude.limits.BudgetPeriod;
import io.github.quarkusclaude.limits.BudgetSettings;
import io.github.quarkusclaude.limits.UnknownPrice;
import io.github.quarkusclaude.message.CacheControl;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.Fallbacks;
import io.github.quarkusclaude.message.ImageBlock;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;
import io.github.quarkusclaude.message.Source;
import io.github.quarkusclaude.runtime.catalog.CatalogProfile;
import io.smallrye.mutiny.Uni;

/** What is set aside for a request is what it can cost at most, whatever is in it. */
class EnoughIsReservedTest {

    private static final ModelCatalog CATALOG = Catalogs.with(CatalogProfile.CURRENT, Map.of());
    private static final int ADDED = 1_000;

    @Test
    void allBytesAtThePriceOfInputAndTheLongestAnswer() {
        MessageRequest request = sonnet("x".repeat(10_000)).build();

        assertThat(reserved(request)).isEqualByComparingTo(micros(2 * tokens(request) + 10 * 1_000));
        assertThat(tokens(request)).isBetween(11_000L, 11_200L);
    }

    @Test
    void whatMayBeWrittenToTheCacheAtThatPrice() {
        MessageRequest short5m = sonnet("Hello").cacheControl(CacheControl.FIVE_MINUTES).build();
        MessageRequest long1h = sonnet("Hello").cacheControl(CacheControl.ONE_HOUR).build();

        assertThat(reserved(short5m).multiply(BigDecimal.TEN)).isEqualByComparingTo(micros(25 * tokens(short5m) + 100_000));
        assertThat(reserved(long1h)).isEqualByComparingTo(micros(4 * tokens(long1h) + 10_000));
    }

    @Test
    void placesAndSpeedsHaveTheirPrices() {
        MessageRequest american = sonnet("Hello").inferenceGeo("us").build();
        MessageRequest fast = sonnet("Hello").model("claude-opus-5-5").speed("fast").build();

        assertThat(reserved(american)).isEqualByComparingTo(
                micros(2 * tokens(american) + 10_000).multiply(new BigDecimal("1.1")));
        assertThat(reserved(fast)).isEqualByComparingTo(micros(8 * tokens(fast) + 40_000));
    }

    @Test
    void aLongPromptHasItsPriceBand() {
        MessageRequest request = sonnet("x".repeat(100_000)).model("claude-haiku-5-5").build();

        assertThat(reserved(request).multiply(BigDecimal.TEN)).isEqualByComparingTo(micros(5 * tokens(request) + 25_000));
    }

    @Test
    void anImageCountsAsTheLargestOneAndNotByItsBytes() {
        byte[] content = new byte[3_000_000];
        MessageRequest without = sonnet("What is this?").build();
        MessageRequest with = MessageRequest.builder().model("claude-sonnet-5-5").maxTokens(1_000)
                .user(ImageBlock.of(Source.base64("image/png", content))).build();

        assertThat(reserved(with).subtract(reserved(without))).isBetween(micros(2 * 8_848), micros(2 * 9_100));
    }

    @Test
    void aDocumentThatCannotBeMeasuredCountsAsAFullContextWindow() {
        MessageRequest pdf = MessageRequest.builder().model("claude-sonnet-5-5").maxTokens(1_000)
                .user(DocumentBlock.of(Source.file("file_1"))).build();
        MessageRequest text = MessageRequest.builder().model("claude-sonnet-5-5").maxTokens(1_000)
                .user(DocumentBlock.of(Source.text("All that is to be known"))).build();

        assertThat(reserved(pdf)).isEqualByComparingTo(micros(2 * 1_000_000 + 10_000));
        assertThat(reserved(text)).isEqualByComparingTo(micros(2 * tokens(text) + 10_000));
    }

    @Test
    void noPromptIsLongerThanTheContextWindow() {
        assertThat(reserved(sonnet("x".repeat(2_000_000)).build())).isEqualByComparingTo(micros(2 * 1_000_000 + 10_000));
    }

    @Test
    void modelsThatMayGoOnAreAddedAtTheirPrices() {
        MessageRequest request = sonnet("Hello").fallbacks(Fallbacks.of("claude-opus-5-5")).build();

        assertThat(reserved(request)).isEqualByComparingTo(micros((2 + 4) * tokens(request) + (10 + 20) * 1_000));
    }

    @Test
    void aPriceThatIsMissingIsNotTakenForNothing() {
        MessageRequest unknownModel = sonnet("Hello").model("my-model").build();
        MessageRequest unknownCachePrice = sonnet("Hello").model("claude-opus-5-5").speed("fast")
                .cacheControl(CacheControl.FIVE_MINUTES).build();

        for (MessageRequest request : new MessageRequest[] { unknownModel, unknownCachePrice }) {
            assertThatThrownBy(() -> budget(UnknownPrice.REJECT)
                    .call(request, () -> Uni.createFrom().failure(new AssertionError("It was sent"))).await()
                    .atMost(Duration.ofSeconds(30)))
                    .isInstanceOf(UnknownPriceException.class).hasMessageContaining(request.model());
        }
    }

    @Test
    void callsWithoutPriceAreCountedIfTheyAreAllowed() {
        Budget budget = budget(UnknownPrice.ALLOW);
        MessageRequest request = sonnet("Hello").model("my-model").build();

        budget.call(request, () -> Uni.createFrom().item(answer("my-model"))).await().atMost(Duration.ofSeconds(30));
        assertThat(budget.status().unpricedCalls()).isEqualTo(1);
        assertThat(budget.status().spent()).isEqualByComparingTo("0");

        // the answer may tell another model than was asked for
        budget.call(request, () -> Uni.createFrom().item(answer("claude-sonnet-5-5"))).await().atMost(Duration.ofSeconds(30));
        assertThat(budget.status().unpricedCalls()).isEqualTo(1);
        assertThat(budget.status().spent()).isEqualByComparingTo("0.0003");
    }

    @Test
    void anAnswerWithoutPriceCountsWithWhatWasReserved() {
        Budget budget = budget(UnknownPrice.REJECT);
        MessageRequest request = sonnet("Hello").build();

        budget.call(request, () -> Uni.createFrom().item(answer("my-model"))).await().atMost(Duration.ofSeconds(30));

        assertThat(budget.status().spent()).isEqualByComparingTo(micros(2 * tokens(request) + 10_000));
        assertThat(budget.status().reserved()).isEqualByComparingTo("0");
    }

    private static BigDecimal reserved(MessageRequest request) {
        Budget budget = budget(UnknownPrice.REJECT);
        budget.call(request, () -> Uni.createFrom().nothing()).subscribe().with(message -> {
        });
        return budget.status().reserved();
    }

    private static Budget budget(UnknownPrice onUnknownPrice) {
        return new Budget("<default>",
                new BudgetSettings(new BigDecimal("1000"), BudgetPeriod.parse("P1M"), onUnknownPrice), CATALOG,
                Clock.systemUTC(), event -> {
                });
    }

    private static MessageRequestBuilder sonnet(String prompt) {
        return MessageRequest.builder().model("claude-sonnet-5-5").maxTokens(1_000).user(prompt);
    }

    private static Message answer(String model) {
        return Message.fromJson("{\"model\":\"" + model
                + "\",\"content\":[],\"usage\":{\"input_tokens\":100,\"output_tokens\":10}}");
    }

    private static long tokens(MessageRequest request) {
        return request.toJson().length() + ADDED;
    }

    private static BigDecimal micros(long millionths) {
        return BigDecimal.valueOf(millionths, 6);
    }
}

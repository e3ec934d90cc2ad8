package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.logging.Level;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.catalog.ModelAccessException;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ModelChoice;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A tier has the models of the guide's table. Another one in the catalogue is answered by the tier's default, with one warning.
 */
class TiersDecideAboutModelsTest {

    private static final String HAIKU = "claude-3-5-haiku-20241022";
    private static final String SONNET = "claude-sonnet-4-20250514";
    private static final String OPUS = "claude-opus-4-20250514";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.catalog.profile", "classic")
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue()
                    && record.getMessage().contains("policy"))
            .assertLogRecords(records -> assertThat(records).extracting(record -> record.getMessage())
                    .filteredOn(message -> message.contains("The free policy does not have the model " + OPUS))
                    .as("three requests of one client, one warning; another client has its own").hasSize(2)
                    .allMatch(message -> message.contains(HAIKU)));

    @Inject
    ClaudeClients clients;

    @Inject
    ModelCatalog catalog;

    private ClaudeSimulator simulator;

    @BeforeEach
    void start() {
        simulator = ClaudeSimulator.builder().catalog("classic").start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void everyTierWithEveryModelOfTheCatalogue() {
        for (SubscriptionTier tier : SubscriptionTier.values()) {
            List<String> allowed = switch (tier) {
                case FREE -> List.of("claude-3-haiku-20240307", HAIKU);
                case PRO -> List.of("claude-3-haiku-20240307", HAIKU, "claude-3-5-sonnet-20241022",
                        "claude-3-5-sonnet-v2-20241022", SONNET);
                default -> catalog.models().stream().map(model -> model.id()).toList();
            };
            String otherwise = tier == SubscriptionTier.FREE ? HAIKU : SONNET;
            try (ClaudeClient claude = client(tier)) {
                catalog.models().forEach(model -> {
                    Message answer = claude.generate(ask(model.id()));

                    String effective = allowed.contains(model.id()) ? model.id() : otherwise;
                    assertThat(answer.modelChoice().requested()).isEqualTo(model.id());
                    assertThat(answer.modelChoice().effective()).as(tier + " asks for " + model.id()).isEqualTo(effective);
                    assertThat(answer.modelChoice().isFallback()).isEqualTo(!effective.equals(model.id()));
                    assertThat(lastModel()).isEqualTo(catalog.wireId(effective));
                });
            }
        }
    }

    @Test
    void streamsFallBackAsWellAndSayWhy() {
        try (ClaudeClient claude = client(SubscriptionTier.FREE)) {
            for (int i = 0; i < 3; i++) {
                Message answer = claude.stream(ask(OPUS)).finalMessage();

                assertThat(answer.modelChoice()).isEqualTo(new ModelChoice(OPUS, HAIKU, ModelChoice.Reason.POLICY));
            }
            claude.countTokens(ask(OPUS));
            assertThat(lastModel()).isEqualTo(HAIKU);
        }
    }

    @Test
    void whatNobodyKnowsIsSentAsItIsByTiersThatHaveEverything() {
        simulator.close();
        simulator = ClaudeSimulator.builder().catalog("classic").model("claude-of-tomorrow").start();
        for (SubscriptionTier tier : List.of(SubscriptionTier.MAX, SubscriptionTier.API)) {
            try (ClaudeClient claude = client(tier)) {
                assertThat(claude.generate(ask("claude-of-tomorrow")).modelChoice().isFallback()).isFalse();
                assertThat(lastModel()).isEqualTo("claude-of-tomorrow");
            }
        }
    }

    @Test
    void whatNobodyKnowsIsRefusedByTiersWithAList() {
        try (ClaudeClient claude = client(SubscriptionTier.PRO)) {
            for (String odd : List.of("claude-of-tomorrow", "CLAUDE-OPUS-4-20250514", " " + OPUS + "!", "gpt-4")) {
                assertThatThrownBy(() -> claude.generate(ask(odd))).isInstanceOf(ModelAccessException.class)
                        .hasMessageContaining(SONNET).hasMessageContaining("quarkus.claude.subscription-tier");
            }
        }
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aTierThatWasSetHasItsDefaultModel() {
        try (ClaudeClient pro = client(SubscriptionTier.PRO);
                ClaudeClient named = builder().subscriptionTier(SubscriptionTier.PRO).model(HAIKU).build();
                ClaudeClient unset = builder().build()) {
            pro.generate("Hello");
            assertThat(lastModel()).isEqualTo(SONNET);
            named.generate("Hello");
            assertThat(lastModel()).isEqualTo(HAIKU);
            unset.generate("Hello");
            assertThat(lastModel()).isEqualTo("claude-3-5-sonnet-20241022");
        }
    }

    private ClaudeClient client(SubscriptionTier tier) {
        return builder().subscriptionTier(tier).build();
    }

    private ClaudeClients.Builder builder() {
        return clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey());
    }

    private static MessageRequest ask(String model) {
        return MessageRequest.builder().model(model).user("Hello").build();
    }

    private String lastModel() {
        return simulator.requests().get(simulator.requests().size() - 1).body().path("model").asText();
    }
}

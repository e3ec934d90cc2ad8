package io.github.quarkusclaude.deployment.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.ModelInfo;
import io.github.quarkusclaude.catalog.ModelStatus;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;

/** The models of the API, page by page, and over the catalogue. */
@Timeout(30)
class ModelsOfTheApiTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = RawServer.application();

    @Inject
    ClaudeClients clients;

    @Inject
    ModelCatalog catalog;

    @Test
    void modelsCanBeAskedForByStatus() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build()) {
            List<String> usual = claude.models().stream().map(ModelInfo::id).toList();
            List<ModelInfo> retired = claude.listModels(ModelStatus.RETIRED).toList();
            List<ModelInfo> all = claude.reactive().listModels(ModelStatus.values()).collect().asList().await().indefinitely();

            assertThat(retired).isNotEmpty().allMatch(model -> "retired".equals(model.lifecycle()))
                    .noneMatch(model -> usual.contains(model.id()));
            assertThat(all).hasSize(usual.size() + retired.size());
            assertThat(retired).anyMatch(model -> model.retiresAt() != null);
        }
    }

    @Test
    void allPagesAreReadAndTheNextOnlyWhenItIsNeeded() {
        try (RawServer server = new RawServer(request -> {
            int after = request.getParam("after_id") == null ? 0 : Integer.parseInt(request.getParam("after_id"));
            RawServer.json(request,
                    "{\"data\":[{\"id\":\"" + (after + 1) + "\"},{\"id\":\"" + (after + 2) + "\"}],\"has_more\":"
                            + (after < 998) + ",\"first_id\":\"" + (after + 1) + "\",\"last_id\":\"" + (after + 2) + "\"}");
        }); ClaudeClient claude = server.client(clients)) {
            assertThat(claude.models()).hasSize(1000).extracting(ModelInfo::id).doesNotHaveDuplicates();
            int requests = server.requests().size();
            assertThat(requests).isEqualTo(500);

            try (Stream<ModelInfo> models = claude.listModels()) {
                assertThat(models.limit(3)).extracting(ModelInfo::id).containsExactly("1", "2", "3");
            }
            assertThat(server.requests().size() - requests).isLessThan(100);
        }
    }

    @Test
    void theCatalogueCanBeHadWithWhatTheApiSays() {
        try (RawServer server = new RawServer(request -> RawServer.json(request, """
                {"data":[{"type":"model","id":"claude-sonnet-9","display_name":"Claude Sonnet 9","line":"sonnet",
                  "lifecycle":"active","created_at":"2027-06-01T00:00:00Z","max_tokens":400000},
                 {"type":"model","id":"claude-sonnet-5-5","lifecycle":"deprecated","retires_at":"2027-12-01T00:00:00Z",
                  "max_tokens":99000}],"has_more":false}"""));
                ClaudeClient claude = server.client(clients)) {

            ModelCatalog current = claude.currentCatalog();

            assertThat(server.requests()).singleElement().asString().contains("lifecycle%5B%5D=active",
                    "lifecycle%5B%5D=retired");
            assertThat(current.models()).hasSize(catalog.models().size() + 1);
            assertThat(current.getLatestModelsByFamily()).containsEntry("sonnet", "claude-sonnet-9");
            ClaudeModel model = current.model("claude-sonnet-5-5").orElseThrow();
            assertThat(model.lifecycle().isDeprecated()).isTrue();
            assertThat(model.maxOutputTokens()).isEqualTo(99_000);
            assertThat(model.prices()).isEqualTo(catalog.model("claude-sonnet-5-5").orElseThrow().prices());
        }
    }

    @Test
    void whatTheSimulatorSaysIsWhatTheCatalogueKnows() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build()) {
            ModelCatalog current = claude.currentCatalog();

            for (ClaudeModel model : catalog.models()) {
                ClaudeModel told = current.model(model.id()).orElseThrow();
                assertThat(told.lifecycle().status()).as(model.id()).isEqualTo(model.lifecycle().status());
                assertThat(told.limits()).as(model.id()).isEqualTo(model.limits());
                assertThat(told.effort()).as(model.id()).isEqualTo(model.effort());
            }
        }
    }
}

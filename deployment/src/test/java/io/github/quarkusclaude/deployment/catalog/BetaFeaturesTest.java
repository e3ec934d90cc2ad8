package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.quarkusclaude.catalog.rules.BetaFeatures;
import io.github.quarkusclaude.catalog.rules.PromptCaching;
import io.github.quarkusclaude.catalog.rules.RequestPreparation;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.RequestOptions;
import io.github.quarkusclaude.message.Unsupported;
import io.github.quarkusclaude.runtime.catalog.CatalogProfile;
import io.quarkus.runtime.configuration.ConfigurationException;

/** A request is sent with the beta values it needs, those the caller wants, and those of the application; with no others. */
class BetaFeaturesTest {

    private static final String ASK = "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]";
    private static final RequestPreparation PREPARATION = Prepared.by(Unsupported.ADAPT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "'max_tokens':5 | ~~",
            "'mcp_servers':[{'type':'url','url':'https://x.example','name':'x'}] | mcp-client-2025-11-20",
            "'mcp_servers':[{'type':'url','url':'https://x.example','name':'x','tool_configuration':{'enabled':true}}] | mcp-client-2025-04-04",
            "'tools':[{'type':'mcp_toolset','mcp_server_name':'x','tools':[{'name':'y'}]}] | mcp-client-2025-11-20,mcp-client-2026-09-15",
            "'context_management':{'edits':[]} | context-management-2025-06-27",
            "'context_management':{'edits':[{'type':'compact_20260112'}]} | context-management-2025-06-27,compact-2026-01-12",
            "'compaction':{'type':'summarize'} | compact-2026-09-04",
            "'fallbacks':'default' | server-side-fallback-2026-07-01",
            "'fallback_credit_token':'t' | fallback-credit-2026-06-01",
            "'fallback_credit_token':{'token':'t'} | fallback-credit-2026-07-01",
            "'thread':{'type':'create'} | message-threads-2026-08-12",
            "'billing_policy':{'type':'billing_policy','bill_to':'self'} | user-profiles-billing-2026-10-01",
            "'output_config':{'task_budget':{'type':'tokens','total':50000}} | task-budgets-2026-03-13",
            "'thinking':{'type':'adaptive','block_binding':{'prefix_mismatch_behavior':'error'}} | thinking-binding-controls-2026-08-01",
            "'thinking':{'type':'adaptive','display':'updates'} | thinking-display-updates-2026-08-18",
            "'speed':'fast' | fast-mode-2026-02-01",
            "'speed':null | ~~",
            "'tools':[{'type':'computer_20251124','name':'computer'}] | computer-use-2025-11-24",
            "'tools':[{'type':'computer_20250124','name':'computer'}] | computer-use-2025-01-24",
            "'tools':[{'type':'computer_toolset_20260801'}] | ~~",
            "'tools':[{'type':'advisor_20260301','name':'advisor','model':'claude-opus-5'}] | advisor-tool-2026-03-01",
            "'output_format':{'type':'json_schema','schema':{}} | structured-outputs-2025-11-13",
            "'mcp_servers':null | ~~" })
    void whatAFeatureNeedsIsAdded(String fields, String betas) {
        MessageRequest request = MessageRequest.fromJson("{\"model\":\"claude-opus-5\"," + ASK + ","
                + fields.replace('\'', '"') + "}");
        assertThat(String.join(",", PREPARATION.prepare(request).betas())).isEqualTo(betas);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "{'role':'system','content':'x','output_config':{'effort':'low'}} | mid-conversation-output-config-2026-07-01",
            "{'role':'system','content':'x','clear_at':'never'} | mid-conversation-system-clear-at-2026-08-21",
            "{'role':'system','content':[{'type':'tool_removal','tool':{'type':'tool_reference','name':'x'}}]} | mid-conversation-tool-changes-2026-07-01",
            "{'role':'system','content':[{'type':'tool_addition','tool':{'type':'tool_definition','definition':{}}}]} | mid-conversation-tool-changes-2026-07-01,inline-tools-2026-09-15",
            "{'role':'user','content':[{'type':'compaction','content':'x'}]} | compact-2026-01-12",
            "{'role':'user','content':[{'type':'compaction','content':'x','signature':'s'}]} | compact-2026-09-04",
            "{'role':'user','content':'x'} | ~~" })
    void whatAMessageNeedsIsAdded(String message, String betas) {
        MessageRequest request = MessageRequest.fromJson("{\"model\":\"claude-opus-5\",\"messages\":["
                + "{\"role\":\"user\",\"content\":\"Hello\"}," + message.replace('\'', '"') + "]}");
        assertThat(String.join(",", PREPARATION.prepare(request).betas())).isEqualTo(betas);
    }

    @ParameterizedTest
    @CsvSource({ "claude-sonnet-4-5, true, interleaved-thinking-2025-05-14", "claude-sonnet-4-5, false, ''",
            "claude-sonnet-5-5, true, ''" })
    void thinkingBetweenToolCallsIsAskedForWhereItHasToBe(String model, boolean tools, String betas) {
        MessageRequest request = MessageRequest.fromJson("{\"model\":\"" + model + "\"," + ASK
                + ",\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":2000}"
                + (tools ? ",\"tools\":[" + Wish.TOOL.toJson() + "]" : "") + "}");
        assertThat(String.join(",", PREPARATION.prepare(request).betas())).isEqualTo(betas);
    }

    @Test
    void theCallersValuesComeFirstWithoutDuplicates() {
        MessageRequest request = MessageRequest.fromJson("{" + ASK + ",\"context_management\":{\"edits\":[]},\"fallbacks\":[]}")
                .toBuilder().betas(" code-execution-2025-05-22 ", "", "mcp-client-2025-04-04,code-execution-2025-05-22")
                .build();
        request = request.toBuilder().options(request.options().withHeaders(Map.of("Anthropic-Beta",
                "server-side-fallback-2026-06-01", "X-Other", "1"))).build();

        assertThat(PREPARATION.prepare(request).betas()).containsExactly("code-execution-2025-05-22", "mcp-client-2025-04-04",
                "server-side-fallback-2026-06-01", "context-management-2025-06-27");
        assertThat(PREPARATION.prepare(request).headers()).isEqualTo(Map.of("X-Other", "1"));
    }

    @Test
    void whatHasNoEffectIsNotSent() {
        assertThat(prepare(new BetaFeatures(true, List.of(), BetaValues.load()), "prompt-caching-2024-07-31",
                "files-api-2025-04-14")).containsExactly("files-api-2025-04-14");
    }

    @Test
    void aLongerContextIsAskedForWhereThereIsNone() {
        String beta = BetaFeatures.LONG_CONTEXT;
        BetaFeatures none = new BetaFeatures(true, List.of(), BetaValues.load());
        assertThat(prepare(none, beta)).as("the default model has it").isEmpty();
        assertThat(prepare(new BetaFeatures(true, List.of(beta), BetaValues.load()), beta)).containsExactly(beta);
        for (String model : List.of("claude-sonnet-4-5-20250929", "nobody-knows")) {
            assertThat(
                    preparation(none).prepare(MessageRequest.builder().model(model).user("Hello").betas(beta).build()).betas())
                    .containsExactly(beta);
        }
    }

    @Test
    void aValueOfTheApplicationIsKnown() {
        BetaFeatures features = new BetaFeatures(true, List.of("telepathy-2027-01-01"), BetaValues.load());
        assertThat(prepare(features)).containsExactly("telepathy-2027-01-01");
        assertThat(prepare(features, "telepathy-2027-01-01")).containsExactly("telepathy-2027-01-01");
        assertThatThrownBy(() -> prepare(features, "telepathy-2027-01-02")).isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("did you mean \"telepathy-2027-01-01\"?");
    }

    @Test
    void switchedOffNothingIsSent() {
        BetaFeatures off = new BetaFeatures(false, List.of(), BetaValues.load());
        assertThat(prepare(off, "context-1m-2025-08-07")).isEmpty();
        MessageRequest needing = MessageRequest.fromJson("{" + ASK + ",\"fallbacks\":\"default\"}");
        assertThatThrownBy(() -> preparation(off).prepare(needing)).isInstanceOf(InvalidRequestException.class)
                .hasMessageContainingAll("fallbacks", "quarkus.claude.beta.enabled");
    }

    @Test
    void theClassicProfileHasTheListOfTheGuide() {
        List<String> classic = features(Optional.empty(), CatalogProfile.CLASSIC);
        BetaFeatures features = new BetaFeatures(true, classic, BetaValues.load());
        assertThat(String.join(",", prepare(features)))
                .isEqualTo("interleaved-thinking-2025-05-14,fine-grained-tool-streaming-2025-05-14");
        assertThat(String.join(",", prepare(features, "claude-code-20250219"))).isEqualTo(
                "claude-code-20250219,interleaved-thinking-2025-05-14,fine-grained-tool-streaming-2025-05-14");
        assertThat(features(Optional.empty(), CatalogProfile.CURRENT)).isEmpty();
    }

    @Test
    void theApplicationsListIsTrimmedAndChecked() {
        assertThat(features(Optional.of(List.of(" context-1m-2025-08-07", "context-1m-2025-08-07", "x-2027-01-01")),
                CatalogProfile.CLASSIC)).containsExactly("context-1m-2025-08-07", "x-2027-01-01");
        assertThatThrownBy(() -> features(Optional.of(List.of("a b", "x-2027-01-01", "c\nd")), CatalogProfile.CURRENT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("quarkus.claude.beta.features", "\"a b\"", "\"c\nd\"");
    }

    private static List<String> features(Optional<List<String>> configured, CatalogProfile profile) {
        return new BetaFeatureList(BetaValues.load()).of(configured, profile);
    }

    private static List<String> prepare(BetaFeatures features, String... betas) {
        return preparation(features).prepare(MessageRequest.builder().user("Hello")
                .options(RequestOptions.DEFAULT.withBetas(List.of(betas))).build()).betas();
    }

    private static RequestPreparation preparation(BetaFeatures features) {
        return Prepared.with(Prepared.CURRENT, Unsupported.ADAPT, null, PromptCaching.OFF, features);
    }
}

package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.json;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

class RulesFollowTheCatalogueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'structured_outputs':false} | {'output_config':{'format':{'type':'json_schema','schema':{'type':'string'}}}} "
                    + "| structured outputs are not supported by m",
            "{'tool_use':false}           | {'tools':[{'name':'a','input_schema':{'type':'object'}}]} | tools: is not supported by m",
            "{'pdf_input':false}          | {'messages':[{'role':'user','content':[{'type':'document','source':{'type':'base64',"
                    + "'media_type':'application/pdf','data':'AAAA'}}]}]} | PDF input is not supported by m",
            "{'prefill':false}            | {'messages':[{'role':'user','content':'x'},{'role':'assistant','content':'y'}]} "
                    + "| does not support assistant message prefill",
            "{'system_messages':false}    | {'messages':[{'role':'user','content':'x'},{'role':'system','content':'y'}]} "
                    + "| this model takes no system messages",
            "{'inference_geo':false}      | {'inference_geo':'us'} | inference_geo: is not supported by m",
            "{'older_computer_tools':false} | {'tools':[{'type':'computer_20250124','name':'computer','display_width_px':8,"
                    + "'display_height_px':6}]} | tools.0.type: \"computer_20250124\" is not supported by m",
    })
    void whatAModelLacksIsRefusedAndWhatIsNotKnownIsTaken(String capabilities, String request, String message) {
        ObjectNode body = json("{'model':'m','max_tokens':10,'messages':[{'role':'user','content':'x'}]}");
        body.setAll(json(request));

        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> accept(capabilities, body))
                .withMessageContaining(message);
        assertThatCode(() -> accept("{}", body)).doesNotThrowAnyException();
        assertThatCode(() -> accept(capabilities.replace("false", "null"), body)).doesNotThrowAnyException();
        assertThatCode(() -> accept(capabilities.replace("false", "true"), body)).doesNotThrowAnyException();
    }

    @Test
    void modelsWithAnotherNameOnTheWireAreNotServedUnderTheirOwn() {
        ModelCatalog catalog = new ModelCatalog(json("{'models':[{'id':'a','wire_id':'b'},{'id':'b'}]}"), List.of());

        assertThatCode(() -> catalog.find("b").orElseThrow()).doesNotThrowAnyException();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> catalog.find("a").orElseThrow());
    }

    private static void accept(String capabilities, ObjectNode body) {
        ModelCatalog catalog = new ModelCatalog(json("{'models':[{'id':'m','capabilities':" + capabilities + "}]}"), List.of());
        Caller caller = new Caller("key", ApiVersion.V2026_10_21, List.of("computer-use-2025-01-24"));
        Identifiers identifiers = new Identifiers(1);
        FileStore files = new FileStore(identifiers, Clock.systemUTC(), 0);
        new RequestChecks(catalog, identifiers, new ThinkingSeal(1), files, new ContainerStore(Clock.systemUTC()))
                .accept(body, caller, false);
    }
}

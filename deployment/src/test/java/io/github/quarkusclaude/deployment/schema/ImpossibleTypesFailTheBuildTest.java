package io.github.quarkusclaude.deployment.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.schema.StructuredOutput;
import io.github.quarkusclaude.tool.ToolDefinition;
import io.github.quarkusclaude.tool.ToolResult;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

/** A type the model cannot answer with, or give to a tool, fails the build, together with all others. */
class ImpossibleTypesFailTheBuildTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .assertException(e -> assertThat(e).isInstanceOf(ConfigurationException.class).hasMessageContainingAll(
                    Tree.class.getName(), "$.children[*]", "$.more", Open.class.getName(), "$.anything",
                    Shapeless.class.getName(), "$.thread"));

    @StructuredOutput
    record Tree(List<Tree> children, Map<String, String> more) {
    }

    record Open(Object anything) {
    }

    record Shapeless(Thread thread) {
    }

    ToolDefinition tool() {
        return ToolDefinition.of("shapeless", "Has no shape", Shapeless.class, (input, call) -> ToolResult.EMPTY);
    }

    Object call(ClaudeClient claude) {
        return claude.generate("Hello", Open.class);
    }

    @Test
    void theApplicationDoesNotStart() {
        fail("the build should have failed");
    }
}

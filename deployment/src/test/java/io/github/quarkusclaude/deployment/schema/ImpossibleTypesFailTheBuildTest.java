package io.github.quarkusclaude.deployment.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.schema.StructuredOutput;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

/** A type the model cannot be made to answer with fails the build, together with all others. */
class ImpossibleTypesFailTheBuildTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .assertException(e -> assertThat(e).isInstanceOf(ConfigurationException.class).hasMessageContainingAll(
                    Tree.class.getName(), "$.children[*]", "$.more", Open.class.getName(), "$.anything"));

    @StructuredOutput
    record Tree(List<Tree> children, Map<String, String> more) {
    }

    record Open(Object anything) {
    }

    Object call(ClaudeClient claude) {
        return claude.generate("Hello", Open.class);
    }

    @Test
    void theApplicationDoesNotStart() {
        fail("the build should have failed");
    }
}

package io.github.quarkusclaude.deployment.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.tool.ClaudeTool;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;

/** Everything that is wrong is said at once: which method, and what to change. */
class BrokenToolsFailTheBuildTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Scripts.application(Broken.class, Double.class, NoBean.class)
            .assertException(failure -> assertThat(rootMessage(failure))
                    .contains(Broken.class.getName() + "#hidden is private")
                    .contains(Broken.class.getName() + "#fixed is static")
                    .contains(Broken.class.getName() + "#generic has type parameters")
                    .contains(Broken.class.getName() + "#badName makes a tool with the name \"bad name\"")
                    .contains(Broken.class.getName() + "#pieces returns a io.smallrye.mutiny.Multi")
                    .contains(Broken.class.getName() + "#function has parameters that cannot be described")
                    .contains(Broken.class.getName() + "#undecided is @NonBlocking, and @Blocking")
                    .contains("makes a tool with the name same, and so does")
                    .contains(NoBean.class.getName() + "#orphan belongs to no bean"));

    @Test
    void neverRuns() {
        Assertions.fail("The application must not start");
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    static class Broken {

        @ClaudeTool
        private String hidden() {
            return "";
        }

        @ClaudeTool
        static String fixed() {
            return "";
        }

        @ClaudeTool
        <T> String generic(T value) {
            return "";
        }

        @ClaudeTool(name = "bad name")
        String badName() {
            return "";
        }

        @ClaudeTool
        Multi<String> pieces() {
            return Multi.createFrom().empty();
        }

        @ClaudeTool(strict = true)
        String function(Function<String, String> function) {
            return "";
        }

        @ClaudeTool
        @Blocking
        @NonBlocking
        String undecided() {
            return "";
        }

        @ClaudeTool
        String same() {
            return "";
        }
    }

    static class Double {

        @ClaudeTool
        String same() {
            return "";
        }
    }

    interface NoBean {

        @ClaudeTool
        String orphan();
    }
}

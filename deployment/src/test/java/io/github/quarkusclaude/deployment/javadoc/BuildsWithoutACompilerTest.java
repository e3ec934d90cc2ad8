package io.github.quarkusclaude.deployment.javadoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

/** A Java runtime that has no compiler builds applications too; comments are not read then. */
class BuildsWithoutACompilerTest {

    @Test
    void commentsAreReadWhereThereIsACompiler() throws Exception {
        assertThat(build())
                .isEqualTo("A Java runtime that has no compiler builds applications too; comments are not read then.");
    }

    @Test
    void withoutACompilerThereAreNoComments() throws Exception {
        assertThat(build("--limit-modules", "java.base,java.logging")).isEqualTo("null");
    }

    private static String build(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dfile.encoding=UTF-8"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Build.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.strip();
    }

    static final class Build {

        public static void main(String[] arguments) throws IOException {
            ClassInfo type = Index.singleClass(BuildsWithoutACompilerTest.class);
            SourceFiles files = new SourceFiles(List.of(Path.of("src", "test", "java")));
            System.out.println(JavadocProcessor.documentation(files, Index.of(BuildsWithoutACompilerTest.class)).of(type));
        }
    }
}

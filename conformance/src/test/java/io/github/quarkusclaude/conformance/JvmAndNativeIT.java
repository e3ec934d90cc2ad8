package io.github.quarkusclaude.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** That the other groups are what they say, and ran against what they say. */
@ConformanceGroup(number = 18, promise = "All of this on the JVM, and all of it against the native executable.")
class JvmAndNativeIT extends Conformance {

    @Test
    void theProgramIsWhatThisRunIsAbout() {
        assertThat(api().get("/process").path("native").asBoolean()).isEqualTo(Program.isNative());
        assertThat(program.run("generate", "Say exactly: hi").out().strip()).isEqualTo("hi");
    }

    @Test
    void everyGroupHasOneClassThatTestsSomething() throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (Class<?> type : tests()) {
            ConformanceGroup group = type.getAnnotation(ConformanceGroup.class);
            assertThat(group).as(type.getName()).isNotNull();
            assertThat(group.promise()).as(type.getName()).isNotBlank();
            assertThat(Conformance.class).isAssignableFrom(type);
            numbers.add(group.number());
        }
        assertThat(numbers).containsExactlyInAnyOrderElementsOf(
                IntStream.rangeClosed(1, GroupResults.GROUPS).boxed().toList());
    }

    private static List<Class<?>> tests() throws IOException, ClassNotFoundException {
        Path classes = Path.of("target/test-classes").resolve(JvmAndNativeIT.class.getPackageName().replace('.', '/'));
        List<Class<?>> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file : files.filter(path -> path.toString().endsWith("IT.class")).toList()) {
                tests.add(Class.forName(JvmAndNativeIT.class.getPackageName() + "."
                        + file.getFileName().toString().replace(".class", "")));
            }
        }
        return tests;
    }
}

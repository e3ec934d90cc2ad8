package io.github.quarkusclaude.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The parts of the guide's page that runs write: a table of the groups, and for the JVM and native executables each a file of
 * states, so that a run of one does not forget the other.
 */
final class ConformancePage {

    static final String NOT_RUN = "not run";

    private final Path directory;

    ConformancePage(Path directory) {
        this.directory = directory;
    }

    void write(Map<Integer, Class<?>> groups, Map<Integer, String> states, boolean ofNative) throws IOException {
        Files.writeString(directory.resolve("conformance-groups.adoc"), table(groups));
        Files.writeString(file(ofNative), attributes(states, ofNative));
        if (!Files.exists(file(!ofNative))) {
            groups.keySet().forEach(number -> states.put(number, NOT_RUN));
            Files.writeString(file(!ofNative), attributes(states, !ofNative));
        }
    }

    private Path file(boolean ofNative) {
        return directory.resolve("conformance-" + flavour(ofNative) + ".adoc");
    }

    private static String flavour(boolean ofNative) {
        return ofNative ? "native" : "jvm";
    }

    private static String attributes(Map<Integer, String> states, boolean ofNative) {
        StringBuilder text = new StringBuilder("// written by the tests of the module conformance\n");
        states.forEach((number, state) -> text.append(":conformance-").append(flavour(ofNative)).append('-').append(number)
                .append(": ").append(state).append('\n'));
        return text.toString();
    }

    private static String table(Map<Integer, Class<?>> groups) {
        StringBuilder text = new StringBuilder("""
                // written by the tests of the module conformance
                [cols="1,10a,3,3",options="header"]
                |===
                | | What the guide promises | On the JVM | Native executable
                """);
        groups.forEach((number, type) -> {
            ConformanceGroup group = type.getAnnotation(ConformanceGroup.class);
            text.append("\n| ").append(number).append("\n| `").append(type.getSimpleName()).append("`: ")
                    .append(group.promise());
            for (String difference : group.differs()) {
                text.append("\n\nDiffers on purpose: ").append(difference);
            }
            text.append("\n| {conformance-jvm-").append(number).append("}\n| {conformance-native-").append(number)
                    .append("}\n");
        });
        return text.append("|===\n").toString();
    }
}

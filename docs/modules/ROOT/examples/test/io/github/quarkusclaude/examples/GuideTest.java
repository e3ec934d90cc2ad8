package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the README and the pages show is what is compiled, and what they point to is there. */
class GuideTest {

    private static final Path MODULE = Path.of("modules", "ROOT");
    private static final Path EXAMPLES = MODULE.resolve("examples");
    private static final Pattern INCLUDE = Pattern.compile("include::([^\\[]+)\\[(?:tag=(\\w+))?");
    private static final Pattern LINK = Pattern.compile("xref:([\\w-]+\\.adoc)");

    @Test
    void theExampleOfTheReadmeIsTheCompiledOne() throws IOException {
        String example = region(EXAMPLES.resolve("main/io/github/quarkusclaude/examples/AskResource.java"), "ask");

        assertThat(Files.readString(Path.of("..", "README.md"))).contains("```java\n" + example + "```");
    }

    @Test
    void everyIncludedRegionExists() throws IOException {
        int includes = 0;
        for (Path page : pages()) {
            Matcher include = INCLUDE.matcher(Files.readString(page));
            while (include.find()) {
                String target = include.group(1).replace("{examples}", "example$main/io/github/quarkusclaude/examples");
                Path file = target.startsWith("example$") ? EXAMPLES.resolve(target.substring("example$".length()))
                        : page.getParent().resolve(target);
                assertThat(file).as("%s includes %s", page, target).exists();
                if (include.group(2) != null) {
                    assertThat(region(file, include.group(2))).as("%s, region %s", file, include.group(2)).isNotBlank();
                }
                includes++;
            }
        }
        assertThat(includes).isGreaterThan(10);
    }

    @Test
    void everyLinkedPageExists() throws IOException {
        List<Path> sources = new ArrayList<>(pages());
        sources.add(MODULE.resolve("nav.adoc"));
        for (Path source : sources) {
            Matcher link = LINK.matcher(Files.readString(source));
            while (link.find()) {
                assertThat(MODULE.resolve("pages").resolve(link.group(1))).exists();
            }
        }
    }

    @Test
    void theConfigurationReferenceIsGenerated() throws IOException {
        String reference = Files.readString(MODULE.resolve("pages/includes/quarkus-claude.adoc"));

        assertThat(reference).contains("quarkus.claude.api-key", "quarkus.claude.catalog.profile",
                "quarkus.claude.devservices.enabled", "quarkus.claude.read-timeout");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(MODULE.resolve("pages"))) {
            return files.filter(file -> file.toString().endsWith(".adoc")).sorted().toList();
        }
    }

    /** A tagged region as the documentation shows it: without the tags, and without the indentation. */
    private static String region(Path file, String tag) throws IOException {
        String text = Files.readString(file);
        Matcher region = Pattern.compile("[^\\n]*tag::" + tag + "\\[\\]\\n(.*?)[^\\n]*end::" + tag + "\\[\\]", Pattern.DOTALL)
                .matcher(text);
        return region.find() ? region.group(1).stripIndent() : "";
    }
}

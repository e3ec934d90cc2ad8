package io.github.quarkusclaude.deployment.javadoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model reads in a comment what one reads in the generated documentation, without its looks. */
class CommentsBecomePlainTextTest {

    @TempDir
    Path directory;

    @Test
    void linesAreJoined() throws IOException {
        assertThat(text("""
                /**
                 * The weather of a city,
                 *    today.  And
                 *
                 * tomorrow.
                 *
                 * @since 1.0
                 * @see String
                 */""")).isEqualTo("The weather of a city, today. And tomorrow.");
        assertThat(text("/** In one line. */")).isEqualTo("In one line.");
    }

    @Test
    void tagsBecomeWhatTheyShow() throws IOException {
        assertThat(text("/** Takes {@code List<String>} and {@literal a<b}, not {@code {x}}. */"))
                .isEqualTo("Takes List<String> and a<b, not {x}.");
        assertThat(
                text("/** As {@link java.util.Map.Entry}, {@link java.util.List#add(Object) to add}, {@linkplain #size()} and"
                        + " {@link Other#NAME}. */"))
                .isEqualTo("As Map.Entry, to add, size() and Other.NAME.");
        assertThat(text("/** At most {@value #MOST} of {@systemProperty user.home}{@docRoot}, {@index word it}. */"))
                .isEqualTo("At most MOST of user.home, word.");
        assertThat(text("/** {@summary In short.} At length. {@unknown Something}. */"))
                .isEqualTo("In short. At length. Something.");
    }

    @Test
    void markupIsLeftOut() throws IOException {
        assertThat(text("""
                /**
                 * <b>Bold</b> and <a href="https://example.org">a <i>link</i></a>.<!-- not this -->
                 * <p>
                 * Next.<br>Line.
                 * <ul>
                 * <li>one
                 * <li><p>two</p></li>
                 * </ul>
                 * After.
                 * <table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>
                 */""")).isEqualTo("Bold and a link.\nNext.\nLine.\n- one\n- two\nAfter.\na b\nc");
    }

    @Test
    void entitiesAreCharacters() throws IOException {
        assertThat(text("/** 3 &lt; 4 &amp; 20&nbsp;&deg;C &#64; &#x20AC; &nosuch; */"))
                .isEqualTo("3 < 4 & 20\u00A0\u00B0C @ \u20AC &nosuch;");
    }

    @Test
    void preformattedTextKeepsItsLines() throws IOException {
        assertThat(text("""
                /**
                 * For instance:
                 * <pre>{@code
                 * if (a < b) {
                 *     go();
                 * }
                 * }</pre>
                 * Then more.
                 */""")).isEqualTo("For instance:\nif (a < b) {\n    go();\n}\nThen more.");
    }

    @Test
    void snippetsKeepTheirLines() throws IOException {
        assertThat(text("""
                /**
                 * Like
                 * {@snippet lang=java :
                 * if (a) {
                 *     b();
                 * }
                 * }
                 * this.
                 */""")).isEqualTo("Like\nif (a) {\n    b();\n}\nthis.");
        assertThat(text("/** {@snippet file=Example.java} Shown elsewhere. */")).isEqualTo("Shown elsewhere.");
    }

    @Test
    void markdownIsReadByCompilersThatKnowIt() throws IOException {
        String expected = "The weather:\n- `today`\n- tomorrow";
        assertThat(text("/// The {@code weather}:\n/// - `today`\n/// - tomorrow"))
                .isEqualTo(Runtime.version().feature() < 23 ? "" : expected);
    }

    @Test
    void whatIsNotWellFormedStaysReadable() throws IOException {
        assertThat(text("/** Less: a < b, open: {@code x */")).startsWith("Less: a < b, open: ").contains("x");
        assertThat(text("/** Until the end: <pre>a  b */")).isEqualTo("Until the end:\na  b");
    }

    @Test
    void whatIsNoDocumentationIsNoText() throws IOException {
        assertThat(text("/* Not for readers. */")).isEmpty();
        assertThat(text("// Neither.")).isEmpty();
        assertThat(text("/** */")).isEmpty();
        assertThat(text("/** @since 1.0 */")).isEmpty();
    }

    @Test
    void resultsAreDescribed() throws IOException {
        assertThat(text("/** {@return the number of cities} */")).isEqualTo("Returns the number of cities.");
        assertThat(parse("class A {\n/** @return the name */\nString name;}").field("name").textOrReturned())
                .isEqualTo("the name");
    }

    @Test
    void filesNewerThanTheCompilerAreReadAsFarAsPossible() throws IOException {
        assertThat(parse("class A {\n/** Is read. */\nint a;\nvoid b() { not Java at all; }\n}").field("a").text())
                .isEqualTo("Is read.");
    }

    @Test
    void aFileThatIsGoneSaysNothing() {
        assertThat(new SourceParser().parse(directory.resolve("Gone.java"))).isEmpty();
    }

    private String text(String comment) throws IOException {
        return parse("class A {\n" + comment + "\nint a;\n}").field("a").text();
    }

    private ClassComments parse(String source) throws IOException {
        Map<String, ClassComments> found = new SourceParser()
                .parse(Files.writeString(directory.resolve("A.java"), source));
        assertThat(found).containsOnlyKeys("A");
        return found.get("A");
    }
}

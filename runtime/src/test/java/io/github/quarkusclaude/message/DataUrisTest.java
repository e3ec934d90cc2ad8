package io.github.quarkusclaude.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.error.InvalidAttachmentException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DataUrisTest {

    private static final byte[] PNG = SampleFiles.png();
    private static final String BASE64 = Base64.getEncoder().encodeToString(PNG);

    @Test
    void whatIsWrittenInPracticeIsTaken() {
        String urlSafe = Base64.getUrlEncoder().withoutPadding().encodeToString(PNG);
        String lines = Base64.getMimeEncoder(20, "\r\n".getBytes(UTF_8)).encodeToString(PNG);
        for (String uri : List.of("data:image/png;base64," + BASE64, "DATA:IMAGE/PNG;BASE64," + BASE64,
                " data:image/png;base64, " + BASE64 + "\n", "data:image/png;base64," + lines,
                "data:image/png;base64," + urlSafe,
                "data:image/png;name=a.png;base64," + BASE64, "data:;base64," + BASE64,
                "data:image/png;base64," + URLEncoder.encode(BASE64, UTF_8), "data:image/png," + BASE64,
                "data:image/png," + URLEncoder.encode(new String(PNG, ISO_8859_1), ISO_8859_1).replace("+", "%20"))) {
            assertThat(ImageBlock.ofDataUri(uri)).as(uri).isEqualTo(ImageBlock.of(PNG));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "data:", "data:image/png;base64", "image/png;base64,AAAA", "data:image/png;base64,",
            "data:image/png;base64,äöü", "data:image/png;base64,AAA=A", "data:image/png;base64,A", "data:image/png,%",
            "data:image/png,%4", "data:image/png,%zz", "data:image/svg+xml,<svg/>" })
    void whatIsNoImageIsRefused(String uri) {
        assertThatThrownBy(() -> ImageBlock.ofDataUri(uri)).isInstanceOf(InvalidAttachmentException.class)
                .hasMessageStartingWith("The data URI ");
    }

    @Test
    void contentIsNotQuotedInExceptions() {
        assertThatThrownBy(() -> ImageBlock.ofDataUri("data:image/png;base64,se!cret"))
                .isInstanceOf(InvalidAttachmentException.class).hasMessage("The data URI is not valid Base64").hasNoCause();
    }

    @Test
    void textsBecomeTextDocuments() {
        assertThat(DocumentBlock.ofDataUri("data:text/plain,Gr%C3%BC%C3%9Fe")).isEqualTo(DocumentBlock.ofText("Grüße"));
        assertThat(DocumentBlock.ofDataUri("data:text/plain;charset=iso-8859-1;base64,R3L832U="))
                .isEqualTo(DocumentBlock.ofText("Grüße"));
        assertThatThrownBy(() -> DocumentBlock.ofDataUri("data:text/plain,%ff")).isInstanceOf(InvalidAttachmentException.class);
        assertThatThrownBy(() -> DocumentBlock.ofDataUri("data:text/plain;charset=none,a"))
                .isInstanceOf(InvalidAttachmentException.class);
        assertThatThrownBy(() -> DocumentBlock.ofDataUri("data:text/html,<p>")).isInstanceOf(InvalidAttachmentException.class);
    }

    @Property
    void anyContentSurvives(@ForAll byte[] content) {
        for (String base64 : List.of(Base64.getEncoder().encodeToString(content),
                Base64.getUrlEncoder().encodeToString(content), Base64.getMimeEncoder().encodeToString(content),
                URLEncoder.encode(Base64.getEncoder().withoutPadding().encodeToString(content), UTF_8))) {
            assertThat(DataUri.of("data:x/y;base64," + base64).content()).isEqualTo(content);
        }
    }

    @Property
    void anyTextIsReadOrRefusedInWords(@ForAll String text, @ForAll boolean marked) {
        try {
            ImageBlock.ofDataUri("data:image/png" + (marked ? ";base64," : ",") + text);
        } catch (InvalidAttachmentException e) {
            assertThat(e).hasMessageStartingWith("The data URI ");
        }
    }
}

package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AttachmentsTest {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    @Inject
    Attachments attachments;

    @TempDir
    Path directory;

    @Test
    void imagesAndDocumentsAreSent() throws IOException {
        Path photo = Files.write(directory.resolve("photo.jpg"), PNG);
        Path report = Files.writeString(directory.resolve("report.pdf"), "%PDF-1.7");

        assertThat(attachments.look(photo)).contains("1 image (image/png");
        assertThat(attachments.compare(report, "We met.")).contains("1 image", "2 documents");
        assertThat(attachments.upload(PNG, "photo.jpg")).contains("1 image");
        assertThat(attachments.upload(new byte[0], "photo.jpg")).isEqualTo(
                "photo.jpg is empty. Claude takes PNG, JPEG, GIF and WebP images");
    }

    @Test
    void downloadsLeaveTheNetworkAlone() {
        assertThat(attachments.fetch("http://169.254.169.254/latest/meta-data")).isEqualTo("No picture: REFUSED");
    }
}

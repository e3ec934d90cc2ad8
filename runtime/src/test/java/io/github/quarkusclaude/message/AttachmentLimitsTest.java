package io.github.quarkusclaude.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.quarkusclaude.error.InvalidAttachmentException;

class AttachmentLimitsTest {

    private static final int MB = 1024 * 1024;

    @TempDir
    Path directory;

    /** Gives noise forever and counts how much was taken. */
    private static final class Endless extends InputStream {

        private long taken;

        @Override
        public int read() {
            taken++;
            return 7;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            taken += length;
            return length;
        }
    }

    @Test
    void aStreamWithoutEndIsReadNoFurtherThanARequestIsLong() {
        Endless endless = new Endless();

        assertThatThrownBy(() -> ImageBlock.of(new SequenceInputStream(
                new java.io.ByteArrayInputStream(SampleFiles.png()), endless)))
                .isInstanceOf(InvalidAttachmentException.class).hasMessageContaining("larger than 24 MB");
        assertThat(endless.taken).isLessThan(26 * MB);
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        Path file = directory.resolve("huge.pdf");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(10L * 1024 * MB);
        }

        assertThatThrownBy(() -> DocumentBlock.of(file)).isInstanceOf(InvalidAttachmentException.class)
                .hasMessageContainingAll("huge.pdf", "larger than 24 MB");
    }

    @Test
    void whatFitsIntoARequestIsTaken() {
        byte[] pdf = Arrays.copyOf(SampleFiles.pdf(1), 24 * MB);

        assertThat(DocumentBlock.of(pdf).source().data()).hasSize(32 * MB);
        assertThatThrownBy(() -> DocumentBlock.of(Arrays.copyOf(pdf, 24 * MB + 1)))
                .isInstanceOf(InvalidAttachmentException.class);
    }

    /** Who makes an image of a size. */
    private record Format(String name, Writer writer) {

        interface Writer {
            byte[] write(int width, int height);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Format> formats() {
        return Stream.of(
                new Format("PNG", (width, height) -> SampleFiles.image("png", width, height)),
                new Format("JPEG", (width, height) -> SampleFiles.image("jpeg", width, height)),
                new Format("GIF", (width, height) -> SampleFiles.image("gif", width, height)),
                new Format("WebP, lossy", SampleFiles::lossyWebp),
                new Format("WebP, lossless", SampleFiles::losslessWebp),
                new Format("WebP, extended", SampleFiles::extendedWebp));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void imagesOfMoreThan8000PixelsAreRefused(Format format) {
        assertThatCode(() -> ImageBlock.of(format.writer().write(8000, 3))).doesNotThrowAnyException();
        assertThatCode(() -> ImageBlock.of(format.writer().write(3, 8000))).doesNotThrowAnyException();
        assertThatThrownBy(() -> ImageBlock.of(format.writer().write(8001, 3), "wide"))
                .isInstanceOf(InvalidAttachmentException.class).hasMessageContaining("wide has 8001 x 3 pixels");
        assertThatThrownBy(() -> ImageBlock.of(format.writer().write(3, 8001), "tall"))
                .isInstanceOf(InvalidAttachmentException.class).hasMessageContaining("tall has 3 x 8001 pixels");
    }

    @Test
    void aPngMayClaimToBeAsLargeAsItLikes() {
        byte[] bomb = SampleFiles.png();
        Arrays.fill(bomb, 16, 24, (byte) 0xff);

        assertThatThrownBy(() -> ImageBlock.of(bomb)).isInstanceOf(InvalidAttachmentException.class)
                .hasMessageContaining("4294967295 x 4294967295");
    }

    @Test
    void theSizeIsFoundBehindTheMetadataOfACamera() {
        byte[] plain = SampleFiles.image("jpeg", 8001, 3);
        byte[] metadata = new byte[60_000];
        byte[] photo = new byte[plain.length + 4 + metadata.length];
        System.arraycopy(plain, 0, photo, 0, 2);
        photo[2] = (byte) 0xff;
        photo[3] = (byte) 0xe1;
        photo[4] = (byte) (metadata.length + 2 >> 8);
        photo[5] = (byte) (metadata.length + 2);
        System.arraycopy(plain, 2, photo, 6 + metadata.length, plain.length - 2);

        assertThatThrownBy(() -> ImageBlock.of(photo)).isInstanceOf(InvalidAttachmentException.class)
                .hasMessageContaining("8001 x 3");
    }

    @Test
    void pagesAreEstimatedButNeverRefused() {
        assertThat(PdfPages.estimate(SampleFiles.pdf(0))).isZero();
        assertThat(PdfPages.estimate(SampleFiles.pdf(601))).isEqualTo(601);
        assertThat(PdfPages.estimate(SampleFiles.bytes("/Type/Page/Type/Pages/Type  /PageLabel/Type /Page"))).isEqualTo(2);
        assertThatCode(() -> DocumentBlock.of(SampleFiles.pdf(2000))).doesNotThrowAnyException();
    }
}

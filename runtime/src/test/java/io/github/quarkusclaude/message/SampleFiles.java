package io.github.quarkusclaude.message;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

import javax.imageio.ImageIO;

/** Small files of every kind, written by another program than the one that reads them where there is one. */
final class SampleFiles {

    private SampleFiles() {
    }

    /** An image in a format of the JDK: {@code png}, {@code jpeg}, {@code gif} or {@code bmp}. */
    static byte[] image(String format, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] png() {
        return image("png", 2, 2);
    }

    /** The header of a WebP image with lossy compression. */
    static byte[] lossyWebp(int width, int height) {
        return webp("VP8 ").put(new byte[] { 0, 0, 0, (byte) 0x9d, 1, 0x2a }).putShort((short) width)
                .putShort((short) height).array();
    }

    /** The header of a WebP image with lossless compression. */
    static byte[] losslessWebp(int width, int height) {
        return webp("VP8L").put((byte) 0x2f).putInt(width - 1 | height - 1 << 14).array();
    }

    /** The header of a WebP image with an extended header. */
    static byte[] extendedWebp(int width, int height) {
        return webp("VP8X").putInt(0).putShort((short) (width - 1)).put((byte) (width - 1 >> 16))
                .putShort((short) (height - 1)).put((byte) (height - 1 >> 16)).array();
    }

    private static ByteBuffer webp(String chunk) {
        return ByteBuffer.allocate(40).order(LITTLE_ENDIAN).put(bytes("RIFF")).putInt(32).put(bytes("WEBP"))
                .put(bytes(chunk)).putInt(20);
    }

    /** A PDF with so many empty pages. */
    static byte[] pdf(int pages) {
        StringBuilder pdf = new StringBuilder(
                "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type /Pages /Count "
                        + pages + ">>endobj\n");
        for (int page = 0; page < pages; page++) {
            pdf.append(page + 3).append(" 0 obj<</Type /Page\n/Parent 2 0 R>>endobj\n");
        }
        return bytes(pdf + "%%EOF");
    }

    static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}

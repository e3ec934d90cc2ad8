package io.github.quarkusclaude.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How large an image is, as its header says.
 *
 * @param width in pixels
 * @param height in pixels
 */
record ImageSize(long width, long height) {

    private static final int LARGEST_SHORT = 0xffff;

    /** Empty if the bytes do not begin like a PNG, GIF, JPEG or WebP. */
    static Optional<ImageSize> of(byte[] image) {
        if (starts(image, 12, "IHDR") && starts(image, 1, "PNG") && image.length >= 24) {
            ByteBuffer header = ByteBuffer.wrap(image);
            return size(header.getInt(16) & 0xffffffffL, header.getInt(20) & 0xffffffffL);
        }
        if (starts(image, 0, "GIF8") && image.length >= 10) {
            ByteBuffer header = littleEndian(image);
            return size(header.getShort(6) & LARGEST_SHORT, header.getShort(8) & LARGEST_SHORT);
        }
        if (starts(image, 0, "RIFF") && starts(image, 8, "WEBP") && image.length >= 30) {
            return webp(image);
        }
        return image.length > 2 && (image[0] & 0xff) == 0xff && (image[1] & 0xff) == 0xd8 ? jpeg(ByteBuffer.wrap(image))
                : Optional.empty();
    }

    long longEdge() {
        return Math.max(width, height);
    }

    /** Three kinds of WebP keep their size in three ways. */
    private static Optional<ImageSize> webp(byte[] image) {
        ByteBuffer header = littleEndian(image);
        if (starts(image, 12, "VP8X")) {
            return size(1 + (header.getInt(24) & 0xffffff), 1 + (header.getInt(26) >>> 8));
        }
        if (starts(image, 12, "VP8L")) {
            int bits = header.getInt(21);
            return size(1 + (bits & 0x3fff), 1 + (bits >>> 14 & 0x3fff));
        }
        return starts(image, 12, "VP8 ") ? size(header.getShort(26) & 0x3fff, header.getShort(28) & 0x3fff) : Optional.empty();
    }

    /** Segments follow each other, each with its length; one of them is the frame. */
    private static Optional<ImageSize> jpeg(ByteBuffer image) {
        int position = 2;
        while (position + 9 <= image.limit() && (image.get(position) & 0xff) == 0xff) {
            int marker = image.get(position + 1) & 0xff;
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                return size(image.getShort(position + 7) & LARGEST_SHORT, image.getShort(position + 5) & LARGEST_SHORT);
            }
            // a marker may be filled up from the left
            position += marker == 0xff ? 1 : 2 + (image.getShort(position + 2) & LARGEST_SHORT);
        }
        return Optional.empty();
    }

    private static Optional<ImageSize> size(long width, long height) {
        return Optional.of(new ImageSize(width, height));
    }

    private static ByteBuffer littleEndian(byte[] image) {
        return ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean starts(byte[] image, int from, String name) {
        return image.length >= from + name.length()
                && new String(image, from, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }
}

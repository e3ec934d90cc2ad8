package io.github.quarkusclaude.message;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * How large an image is, from its header. The pixels are not decoded: that would need classes of the desktop, which
 * native executables had better not have, and memory for whatever size a file claims.
 *
 * @param width in pixels
 * @param height in pixels
 */
record ImageSize(long width, long height) {

    private static final int WEBP_CHUNK = 12;
    private static final int WEBP_DATA = 20;
    private static final int WEBP_HEADER = 30;

    /** The size, or nothing if the header is cut off or of a form that is not known: the API will say what is wrong. */
    static @Nullable ImageSize of(AttachmentType type, byte[] content) {
        return switch (type) {
            case PNG -> png(content);
            case GIF -> gif(content);
            case JPEG -> jpeg(ByteBuffer.wrap(content));
            case WEBP -> webp(content);
            case PDF -> null;
        };
    }

    private static @Nullable ImageSize png(byte[] content) {
        if (content.length < 24 || !name(content, 12).equals("IHDR")) {
            return null;
        }
        ByteBuffer header = ByteBuffer.wrap(content);
        return new ImageSize(Integer.toUnsignedLong(header.getInt(16)), Integer.toUnsignedLong(header.getInt(20)));
    }

    private static @Nullable ImageSize gif(byte[] content) {
        if (content.length < 10) {
            return null;
        }
        ByteBuffer header = ByteBuffer.wrap(content).order(LITTLE_ENDIAN);
        return new ImageSize(Short.toUnsignedInt(header.getShort(6)), Short.toUnsignedInt(header.getShort(8)));
    }

    /** The size is in the frame header, which comes after any number of other segments. */
    private static @Nullable ImageSize jpeg(ByteBuffer content) {
        int at = 2;
        while (at + 9 <= content.limit() && (content.get(at) & 0xff) == 0xff) {
            int marker = content.get(at + 1) & 0xff;
            if (marker == 0xff) {
                at++;
            } else if (isFrameHeader(marker)) {
                return new ImageSize(Short.toUnsignedInt(content.getShort(at + 7)),
                        Short.toUnsignedInt(content.getShort(at + 5)));
            } else if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd7) {
                at += 2;
            } else {
                at += 2 + Math.max(2, Short.toUnsignedInt(content.getShort(at + 2)));
            }
        }
        return null;
    }

    /** SOF0 to SOF15, without the three markers in between that mean something else. */
    private static boolean isFrameHeader(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static @Nullable ImageSize webp(byte[] content) {
        if (content.length < WEBP_HEADER) {
            return null;
        }
        ByteBuffer header = ByteBuffer.wrap(content).order(LITTLE_ENDIAN);
        return switch (name(content, WEBP_CHUNK)) {
            case "VP8 " -> new ImageSize(header.getShort(WEBP_DATA + 6) & 0x3fff, header.getShort(WEBP_DATA + 8) & 0x3fff);
            case "VP8L" -> {
                int bits = header.getInt(WEBP_DATA + 1);
                yield new ImageSize((bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1);
            }
            case "VP8X" -> new ImageSize((header.getInt(WEBP_DATA + 4) & 0xffffff) + 1,
                    (header.getInt(WEBP_DATA + 6) >>> 8) + 1);
            default -> null;
        };
    }

    private static String name(byte[] content, int at) {
        return new String(content, at, 4, ISO_8859_1);
    }
}

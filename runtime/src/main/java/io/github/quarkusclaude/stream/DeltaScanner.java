package io.github.quarkusclaude.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads the event that makes up nearly all of a stream, {@code content_block_delta} with one text in it, straight from
 * its bytes. A JSON parser would be created anew for each such event, which costs more than all the rest.
 * <p>
 * It takes only what it fully understands. At anything else, be it an unknown field, a rare escape or a mistake, it gives
 * {@code null}, and the ordinary parser decides.
 */
final class DeltaScanner {

    private static final byte[] TYPE = "type".getBytes(ISO_8859_1);
    private static final byte[] INDEX = "index".getBytes(ISO_8859_1);
    private static final byte[] DELTA = "delta".getBytes(ISO_8859_1);
    private static final byte[] CONTENT_BLOCK_DELTA = ContentBlockDelta.TYPE.getBytes(ISO_8859_1);
    private static final int MAX_INDEX_DIGITS = 6;

    private byte[] bytes = new byte[0];
    private int at;
    private int end;

    private int textBegin;
    private int textEnd;
    private boolean escaped;
    private boolean ascii;

    private byte[] unescaped = new byte[256];

    private enum Kind {
        TEXT("text_delta", "text"),
        INPUT_JSON("input_json_delta", "partial_json"),
        THINKING("thinking_delta", "thinking"),
        SIGNATURE("signature_delta", "signature");

        private static final Kind[] ALL = values();

        private final byte[] type;
        private final byte[] field;

        Kind(String type, String field) {
            this.type = type.getBytes(ISO_8859_1);
            this.field = field.getBytes(ISO_8859_1);
        }
    }

    @Nullable
    ContentBlockDelta scan(byte[] bytes, int begin, int end) {
        this.bytes = bytes;
        this.at = begin;
        this.end = end;
        int index = -1;
        Delta delta = null;
        boolean typed = false;
        if (!take('{')) {
            return null;
        }
        do {
            if (!text()) {
                return null;
            }
            if (isText(DELTA)) {
                delta = take(':') ? delta() : null;
                if (delta == null) {
                    return null;
                }
            } else if (isText(INDEX)) {
                index = take(':') ? index() : -1;
            } else if (isText(TYPE)) {
                typed = take(':') && text() && isText(CONTENT_BLOCK_DELTA);
            } else {
                return null;
            }
        } while (take(','));
        boolean complete = take('}') && isAtEnd() && typed && index >= 0 && delta != null;
        return complete ? new ContentBlockDelta(index, delta, Map.of()) : null;
    }

    private @Nullable Delta delta() {
        Kind type = null;
        Kind field = null;
        String value = null;
        if (!take('{')) {
            return null;
        }
        do {
            if (!text()) {
                return null;
            }
            if (isText(TYPE)) {
                type = take(':') && text() ? kind(false) : null;
            } else {
                field = kind(true);
                value = field != null && take(':') && text() ? value() : null;
                if (value == null) {
                    return null;
                }
            }
        } while (take(','));
        if (!take('}') || type == null || type != field || value == null) {
            return null;
        }
        return switch (type) {
            case TEXT -> new Delta.TextDelta(value, Map.of());
            case INPUT_JSON -> new Delta.InputJsonDelta(value, Map.of());
            case THINKING -> new Delta.ThinkingDelta(value, Map.of());
            case SIGNATURE -> new Delta.SignatureDelta(value, Map.of());
        };
    }

    private @Nullable Kind kind(boolean byField) {
        for (Kind kind : Kind.ALL) {
            if (isText(byField ? kind.field : kind.type)) {
                return kind;
            }
        }
        return null;
    }

    private int index() {
        skipBlanks();
        int begin = at;
        int index = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - begin < MAX_INDEX_DIGITS) {
            index = index * 10 + bytes[at++] - '0';
        }
        boolean leadingZero = at - begin > 1 && bytes[begin] == '0';
        return at > begin && !leadingZero ? index : -1;
    }

    private boolean isAtEnd() {
        skipBlanks();
        return at == end;
    }

    private boolean take(char expected) {
        skipBlanks();
        if (at < end && bytes[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n')) {
            at++;
        }
    }

    /** Goes over a JSON string and remembers where it is and what is in it. */
    private boolean text() {
        if (!take('"')) {
            return false;
        }
        byte[] b = bytes;
        int i = at;
        int last = end;
        int seen = 0;
        boolean escape = false;
        while (i < last) {
            byte c = b[i];
            if (c == '"') {
                textBegin = at;
                textEnd = i;
                escaped = escape;
                ascii = seen >= 0;
                at = i + 1;
                return true;
            }
            if (c == '\\') {
                escape = true;
                i++;
            } else if (c >= 0 && c < ' ') {
                return false;
            }
            seen |= c;
            i++;
        }
        return false;
    }

    private boolean isText(byte[] expected) {
        return Arrays.equals(bytes, textBegin, textEnd, expected, 0, expected.length);
    }

    private @Nullable String value() {
        if (escaped) {
            int length = unescape();
            return length < 0 ? null : new String(unescaped, 0, length, UTF_8);
        }
        return new String(bytes, textBegin, textEnd - textBegin, ascii ? ISO_8859_1 : UTF_8);
    }

    /** Resolves escapes into {@link #unescaped}; the length, or -1 at an escape that is wrong or needs a pair. */
    private int unescape() {
        if (unescaped.length < textEnd - textBegin) {
            unescaped = new byte[Math.max(textEnd - textBegin, 2 * unescaped.length)];
        }
        byte[] target = unescaped;
        int length = 0;
        int i = textBegin;
        while (i < textEnd) {
            byte c = bytes[i++];
            if (c != '\\') {
                target[length++] = c;
                continue;
            }
            if (i == textEnd) {
                return -1;
            }
            switch (bytes[i++]) {
                case '"' -> target[length++] = '"';
                case '\\' -> target[length++] = '\\';
                case '/' -> target[length++] = '/';
                case 'b' -> target[length++] = '\b';
                case 'f' -> target[length++] = '\f';
                case 'n' -> target[length++] = '\n';
                case 'r' -> target[length++] = '\r';
                case 't' -> target[length++] = '\t';
                case 'u' -> {
                    int codeUnit = codeUnit(i);
                    if (codeUnit < 0) {
                        return -1;
                    }
                    i += 4;
                    length = encode(codeUnit, target, length);
                }
                default -> {
                    return -1;
                }
            }
        }
        return length;
    }

    private int codeUnit(int begin) {
        if (begin + 4 > textEnd) {
            return -1;
        }
        int codeUnit = 0;
        for (int i = begin; i < begin + 4; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            codeUnit = codeUnit << 4 | digit;
        }
        return Character.isSurrogate((char) codeUnit) ? -1 : codeUnit;
    }

    /** Writes a character as UTF-8, which is never longer than the six bytes of its escape. */
    private static int encode(int character, byte[] target, int at) {
        int length = at;
        if (character < 0x80) {
            target[length++] = (byte) character;
        } else if (character < 0x800) {
            target[length++] = (byte) (0xC0 | character >> 6);
            target[length++] = (byte) (0x80 | character & 0x3F);
        } else {
            target[length++] = (byte) (0xE0 | character >> 12);
            target[length++] = (byte) (0x80 | character >> 6 & 0x3F);
            target[length++] = (byte) (0x80 | character & 0x3F);
        }
        return length;
    }
}

package io.github.quarkusclaude.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Unpacks bodies that were compressed for the way. */
final class ContentEncoding {

    private ContentEncoding() {
    }

    /**
     * @param mostBytes how large the body may be when it is unpacked
     * @throws ApiException if the encoding is unknown, the body is not encoded like that, or it is too large
     */
    static byte[] decode(byte[] body, String encoding, int mostBytes) {
        switch (encoding.toLowerCase(Locale.ROOT)) {
            case "identity":
                return body;
            case "gzip":
                return unzip(body, mostBytes);
            default:
                throw new ApiException(ApiError.invalid("content-encoding: \"" + encoding + "\" is not supported")
                        .coded("request_body_encoding_unsupported"));
        }
    }

    private static byte[] unzip(byte[] body, int mostBytes) {
        byte[] unzipped;
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            unzipped = stream.readNBytes(mostBytes + 1);
        } catch (IOException e) {
            throw new ApiException(ApiError.invalid("The request body is not encoded as gzip")
                    .coded("request_body_encoding_invalid"));
        }
        if (unzipped.length > mostBytes) {
            throw new ApiException(ErrorType.REQUEST_TOO_LARGE.error().coded("request_body_too_large_after_decoding"));
        }
        return unzipped;
    }
}

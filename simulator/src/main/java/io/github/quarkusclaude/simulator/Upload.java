package io.github.quarkusclaude.simulator;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A form with a file, as far as it has arrived. Belongs to one event loop. */
final class Upload {

    private final long mostBytes;
    private String filename = "";
    private String mimeType = "";
    private @Nullable FileContent content;
    private @Nullable String expiresInSeconds;
    private long size;
    private int files;
    private boolean broken;

    Upload(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    void begin(String name, String type) {
        files++;
        filename = name;
        mimeType = type;
    }

    /** Counts bytes of the file. Tells whether it is still small enough to be kept. */
    boolean count(int bytes) {
        size += bytes;
        return size <= mostBytes;
    }

    void keep(FileContent kept) {
        discard();
        content = kept;
    }

    void expiresInSeconds(@Nullable String seconds) {
        expiresInSeconds = seconds;
    }

    void markBroken() {
        broken = true;
    }

    /** Hands over the file, once; it has been checked that there is one. */
    FileContent take() {
        FileContent taken = Objects.requireNonNull(content);
        content = null;
        return taken;
    }

    /** Deletes the file if nobody has taken it. */
    void discard() {
        if (content != null) {
            FileStore.discard(content);
            content = null;
        }
    }

    String filename() {
        return filename;
    }

    String mimeType() {
        return mimeType;
    }

    @Nullable
    String expiresInSeconds() {
        return expiresInSeconds;
    }

    long size() {
        return size;
    }

    /** @throws ApiException if this is no form with exactly one file in it */
    void check() {
        if (broken || files == 1 && content == null) {
            throw new ApiException(ApiError.invalid("The request body is not valid multipart/form-data"));
        }
        if (files != 1) {
            throw new ApiException(ApiError.invalid("file: exactly one file is required, found " + files));
        }
        if (size > mostBytes) {
            throw new ApiException(ErrorType.REQUEST_TOO_LARGE.error("A file may have at most " + mostBytes + " bytes"));
        }
    }
}

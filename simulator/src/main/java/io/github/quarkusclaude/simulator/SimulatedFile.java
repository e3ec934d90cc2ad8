package io.github.quarkusclaude.simulator;

import java.io.IOException;
import java.io.InputStream;

/** A file of the Files API as a test sees it. */
public final class SimulatedFile {

    private final StoredFile file;

    SimulatedFile(StoredFile file) {
        this.file = file;
    }

    /** Its id, {@code file_…}. */
    public String id() {
        return file.id();
    }

    /** The name it was uploaded with. */
    public String filename() {
        return file.filename();
    }

    /** Its media type, without parameters. */
    public String mimeType() {
        return file.mimeType();
    }

    /** Its size in bytes. */
    public long size() {
        return file.content().size();
    }

    /**
     * Its bytes. To be closed by the caller.
     *
     * @throws IOException if the file has been deleted, or its bytes were only counted
     */
    public InputStream open() throws IOException {
        return file.content().open();
    }

    @Override
    public String toString() {
        return "SimulatedFile[" + id() + "]";
    }
}

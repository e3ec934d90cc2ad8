package io.github.quarkusclaude.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file, wherever they are. */
sealed interface FileContent {

    long size();

    /** @throws IOException if the bytes cannot be had */
    InputStream open() throws IOException;

    /** Bytes at hand. */
    record InMemory(byte[] bytes) implements FileContent {

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** A file of the system. */
    record OnDisk(String path, long size) implements FileContent {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(Path.of(path));
        }
    }

    /** Bytes that are made up when they are read: each is its position modulo 251. */
    record MadeUp(long size) implements FileContent {

        private static final int PERIOD = 251;

        @Override
        public InputStream open() {
            return new InputStream() {

                private long position;

                @Override
                public int read() {
                    return position == size ? -1 : (int) (position++ % PERIOD);
                }

                @Override
                public int read(byte[] bytes, int start, int length) {
                    int count = (int) Math.min(length, size - position);
                    for (int i = 0; i < count; i++) {
                        bytes[start + i] = (byte) (position++ % PERIOD);
                    }
                    return count == 0 && length > 0 ? -1 : count;
                }
            };
        }
    }

    /** Bytes that were counted and not kept. */
    record Forgotten(long size) implements FileContent {

        @Override
        public InputStream open() throws IOException {
            throw new IOException("The simulator was told not to keep the contents of files");
        }
    }
}

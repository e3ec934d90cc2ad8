package io.github.quarkusclaude.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Compresses an answer while it is written. What was added can be unpacked before more follows. */
final class Gzip {

    static final String NAME = "gzip";

    private static final int BUFFER = 512;

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final GZIPOutputStream stream;

    Gzip() {
        try {
            stream = new GZIPOutputStream(packed, BUFFER, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether a client that sends these values of {@code accept-encoding} can unpack it. */
    static boolean isAccepted(List<String> encodings) {
        return encodings.stream()
                .map(encoding -> encoding.replace(" ", ""))
                .anyMatch(encoding -> encoding.equals(NAME)
                        || encoding.startsWith(NAME + ";q=") && !encoding.matches(".*=0(\\.0*)?"));
    }

    /** The next part of the compressed answer. */
    byte[] add(byte[] bytes) {
        try {
            stream.write(bytes);
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return take();
    }

    /** The last part. */
    byte[] finish() {
        try {
            stream.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return take();
    }

    private byte[] take() {
        byte[] bytes = packed.toByteArray();
        packed.reset();
        return bytes;
    }
}

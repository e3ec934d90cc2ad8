package io.github.quarkusclaude.service.cli;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.ImageBlock;

/**
 * The ways an attachment is named on the command line, and what becomes of each.
 *
 * @param file makes a block of a file
 * @param url makes a block of an address
 * @param dataUri makes a block of a data URI
 * @param fileId makes a block of the id of an uploaded file
 */
record AttachmentForms<T>(Function<Path, T> file, Function<String, T> url, Function<String, T> dataUri,
        Function<String, T> fileId) {

    static final AttachmentForms<ImageBlock> IMAGE = new AttachmentForms<>(ImageBlock::of, ImageBlock::ofUrl,
            ImageBlock::ofDataUri, ImageBlock::ofFile);

    static final AttachmentForms<DocumentBlock> PDF = new AttachmentForms<>(DocumentBlock::of, DocumentBlock::ofUrl,
            DocumentBlock::ofDataUri, DocumentBlock::ofFile);

    private static final String FILE = "file:";

    T block(String argument) {
        String start = argument.substring(0, Math.min(8, argument.length())).toLowerCase(Locale.ROOT);
        if (start.startsWith("data:")) {
            return dataUri.apply(argument);
        }
        if (start.startsWith("https://") || start.startsWith("http://")) {
            return url.apply(argument);
        }
        if (start.startsWith(FILE) && !start.startsWith(FILE + "/")) {
            return fileId.apply(argument.substring(FILE.length()));
        }
        return file.apply(path(argument, start.startsWith(FILE)));
    }

    private static Path path(String argument, boolean uri) {
        try {
            return uri ? Path.of(URI.create(argument)) : Path.of(argument);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new UsageException(argument + " is not the name of a file");
        }
    }
}

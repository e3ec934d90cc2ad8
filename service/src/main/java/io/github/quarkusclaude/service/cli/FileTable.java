package io.github.quarkusclaude.service.cli;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.file.FileMetadata;

/** What is known of files, for people. */
final class FileTable {

    private FileTable() {
    }

    static TextTable one(FileMetadata file) {
        TextTable table = new TextTable();
        table.fact("id", file.id());
        table.fact("name", file.filename());
        table.fact("media type", file.mimeType());
        table.fact("size", size(file));
        table.fact("created", file.createdAt());
        table.fact("expires", file.expiresAt());
        table.fact("downloadable", file.downloadable() == null ? null : file.downloadable() ? "yes" : "no");
        return table;
    }

    static TextTable all(List<FileMetadata> files) {
        TextTable table = new TextTable("ID", "NAME", "MEDIA TYPE", "SIZE", "CREATED");
        for (FileMetadata file : files) {
            table.row(file.id(), text(file.filename()), text(file.mimeType()), text(size(file)), text(file.createdAt()));
        }
        return table;
    }

    private static @Nullable String size(FileMetadata file) {
        return file.sizeBytes() == null ? null : String.format(Locale.ROOT, "%,d", file.sizeBytes());
    }

    private static String text(@Nullable String value) {
        return value == null ? "?" : value;
    }
}

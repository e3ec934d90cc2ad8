package io.github.quarkusclaude.service.cli;

import java.util.List;
import java.util.Locale;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.file.FileMetadata;
import io.github.quarkusclaude.json.RawJson;

/** Prints what is known of files. */
@Singleton
class FilePrinter {

    private final Terminal terminal;

    FilePrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(FileMetadata file, FormatOptions options) {
        if (options.isJson()) {
            terminal.println(file.toJson());
            return;
        }
        TextTable table = new TextTable();
        table.row("id", file.id());
        row(table, "name", file.filename());
        row(table, "media type", file.mimeType());
        row(table, "size", size(file));
        row(table, "created", file.createdAt());
        row(table, "expires", file.expiresAt());
        row(table, "downloadable", file.downloadable() == null ? null : file.downloadable() ? "yes" : "no");
        terminal.print(table.toString());
    }

    private static void row(TextTable table, String name, @Nullable String value) {
        if (value != null) {
            table.row(name, value);
        }
    }

    void printAll(List<FileMetadata> files, FormatOptions options) {
        if (options.isJson()) {
            terminal.println(RawJson.from(files.stream().map(file -> RawJson.of(file.toJson()).tree()).toList()).toString());
            return;
        }
        TextTable table = new TextTable("ID", "NAME", "MEDIA TYPE", "SIZE", "CREATED");
        for (FileMetadata file : files) {
            table.row(file.id(), text(file.filename()), text(file.mimeType()), text(size(file)), text(file.createdAt()));
        }
        terminal.print(table.toString());
    }

    private static @Nullable String size(FileMetadata file) {
        return file.sizeBytes() == null ? null : String.format(Locale.ROOT, "%,d", file.sizeBytes());
    }

    private static String text(@Nullable String value) {
        return value == null ? "?" : value;
    }
}

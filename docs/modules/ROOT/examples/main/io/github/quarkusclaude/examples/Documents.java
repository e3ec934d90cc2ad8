package io.github.quarkusclaude.examples;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.file.FileMetadata;
import io.github.quarkusclaude.file.FileUpload;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Source;
import io.github.quarkusclaude.message.TextBlock;

/** Files kept by the API. */
@ApplicationScoped
public class Documents {

    @Inject
    ClaudeClient claude;

    String ask(Path report, String question) {
        // tag::upload[]
        FileMetadata file = claude.files().upload(report); // <1>
        String answer = claude.generate(MessageRequest.builder()
                .user(DocumentBlock.of(Source.file(file.id())), TextBlock.of(question)) // <2>
                .build()).text();
        // end::upload[]
        return answer;
    }

    FileMetadata keep(InputStream scan) {
        // tag::stream[]
        FileMetadata file = claude.files().upload(FileUpload.of("scan.pdf", scan)
                .withMediaType("application/pdf")
                .withExpiresIn(Duration.ofDays(7)));
        // end::stream[]
        return file;
    }

    long fetch(String id, Path target) {
        // tag::download[]
        long bytes = claude.files().download(id, target);
        // end::download[]
        return bytes;
    }

    List<String> forgetOld(String prefix) {
        // tag::list[]
        List<String> old;
        try (Stream<FileMetadata> files = claude.files().list()) {
            old = files.filter(file -> file.filename() != null && file.filename().startsWith(prefix))
                    .map(FileMetadata::id).toList();
        }
        old.forEach(claude.files()::delete);
        // end::list[]
        return old;
    }
}

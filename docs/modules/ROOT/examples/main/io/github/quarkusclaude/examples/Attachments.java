package io.github.quarkusclaude.examples;

import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.attachment.AttachmentDownloader;
import io.github.quarkusclaude.error.DownloadException;
import io.github.quarkusclaude.error.InvalidAttachmentException;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.ImageBlock;
import io.github.quarkusclaude.message.MessageRequest;

/** Requests about images and documents. */
@ApplicationScoped
public class Attachments {

    @Inject
    ClaudeClient claude;

    // tag::downloader[]
    @Inject
    AttachmentDownloader downloads;
    // end::downloader[]

    String look(Path photo) {
        // tag::image[]
        MessageRequest request = MessageRequest.builder()
                .user("What is in this picture?", ImageBlock.of(photo))
                .build();
        // end::image[]
        return claude.generate(request).text();
    }

    String compare(Path report, String notes) {
        // tag::documents[]
        MessageRequest request = MessageRequest.builder()
                .user("What do the notes leave out?",
                        DocumentBlock.of(report).withTitle("Report of May").withCitations(),
                        DocumentBlock.ofText(notes).withContext("Notes of a meeting"),
                        ImageBlock.ofUrl("https://example.com/chart.png"))
                .build();
        // end::documents[]
        return claude.generate(request).text();
    }

    String upload(byte[] content, String name) {
        // tag::upload[]
        ImageBlock image;
        try {
            image = ImageBlock.of(content, name);
        } catch (InvalidAttachmentException e) {
            return e.getMessage(); // <1>
        }
        // end::upload[]
        return claude.generate(MessageRequest.builder().user("What is this?", image).build()).text();
    }

    String fetch(String url) {
        // tag::download[]
        try {
            ImageBlock image = downloads.image(url);
            return claude.generate(MessageRequest.builder().user("What is this?", image).build()).text();
        } catch (DownloadException e) {
            return "No picture: " + e.reason(); // <1>
        }
        // end::download[]
    }
}

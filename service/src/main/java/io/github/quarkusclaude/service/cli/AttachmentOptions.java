package io.github.quarkusclaude.service.cli;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.Dependent;

import io.github.quarkusclaude.message.ContentBlock;
import io.quarkus.arc.Unremovable;
import picocli.CommandLine.Option;

/** The images and documents a prompt is about. */
@Dependent
@Unremovable
class AttachmentOptions {

    @Option(names = { "-i",
            "--image" }, paramLabel = "IMAGE", description = "An image (PNG, JPEG, GIF, WebP) for the prompt: a file, a URL, a data URI, or file:ID of an uploaded file. Can be repeated.")
    List<String> images = new ArrayList<>();

    @Option(names = "--pdf", paramLabel = "PDF", description = "A PDF for the prompt, in the same forms. Can be repeated.")
    List<String> pdfs = new ArrayList<>();

    /** Documents, then images. */
    List<ContentBlock> blocks() {
        List<ContentBlock> blocks = new ArrayList<>();
        pdfs.forEach(pdf -> blocks.add(AttachmentForms.PDF.block(pdf)));
        images.forEach(image -> blocks.add(AttachmentForms.IMAGE.block(image)));
        return blocks;
    }
}

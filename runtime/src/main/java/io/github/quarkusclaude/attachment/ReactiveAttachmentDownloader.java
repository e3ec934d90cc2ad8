package io.github.quarkusclaude.attachment;

import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.ImageBlock;
import io.smallrye.mutiny.Uni;

/**
 * {@link AttachmentDownloader} without blocking. Injectable.
 * <p>
 * Nothing is fetched before a subscription, and each subscription fetches again. Cancelling ends the download.
 */
public interface ReactiveAttachmentDownloader {

    /** Fetches an image. */
    Uni<ImageBlock> image(String url);

    /** Fetches a PDF, or a text that the server declares as {@code text/plain}. */
    Uni<DocumentBlock> document(String url);
}

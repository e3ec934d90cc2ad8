package io.github.quarkusclaude.transport.download;

import io.github.quarkusclaude.attachment.AttachmentDownloader;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.ImageBlock;
import io.github.quarkusclaude.transport.Awaiting;

/**
 * The reactive downloads, waited for.
 */
public final class BlockingDownloads implements AttachmentDownloader {

    private final ReactiveDownloads reactive;

    public BlockingDownloads(ReactiveDownloads reactive) {
        this.reactive = reactive;
    }

    @Override
    public ImageBlock image(String url) {
        return Awaiting.await(reactive.image(url));
    }

    @Override
    public DocumentBlock document(String url) {
        return Awaiting.await(reactive.document(url));
    }
}

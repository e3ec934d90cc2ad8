package io.github.quarkusclaude.attachment;

import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.ImageBlock;

/**
 * Fetches images and documents, so that they travel with the request. Injectable; waits for the download.
 * <p>
 * Usually there is no need for it: Claude fetches public addresses itself, see {@link ImageBlock#ofUrl}. It is for
 * addresses Claude does not reach or must not see, and for finding out before the call whether there is an image.
 * <p>
 * Only {@code https} and {@code http} are followed, and only to public addresses: not to this machine, not to private
 * networks, not to the metadata of a cloud, whatever the name of the host, its address or a redirect says. Hosts within
 * the network are allowed by {@code quarkus.claude.download.internal-hosts}; {@code quarkus.claude.download.allowed-hosts}
 * limits the others. Downloads go directly to the host, not through a configured proxy, which would resolve the name once
 * more and could come to another address than the one that was checked.
 * <p>
 * Methods throw a {@link io.github.quarkusclaude.error.DownloadException} if the download is refused or fails, an
 * {@link io.github.quarkusclaude.error.InvalidAttachmentException} if Claude does not take what was downloaded, and an
 * {@link IllegalStateException} on an event loop; use {@link ReactiveAttachmentDownloader} there. Thread safe.
 */
public interface AttachmentDownloader {

    /** Fetches an image. */
    ImageBlock image(String url);

    /** Fetches a PDF, or a text that the server declares as {@code text/plain}. */
    DocumentBlock document(String url);
}

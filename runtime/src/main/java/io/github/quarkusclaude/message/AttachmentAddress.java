package io.github.quarkusclaude.message;

import java.net.URI;
import java.net.URISyntaxException;

import io.github.quarkusclaude.error.InvalidAttachmentException;

/**
 * Addresses and ids that the API resolves.
 */
final class AttachmentAddress {

    private AttachmentAddress() {
    }

    /** An address that the API fetches. */
    static Source url(String url) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            throw new InvalidAttachmentException("The address of an attachment is malformed: " + e.getReason(), null);
        }
        String scheme = uri.getScheme();
        if (uri.getRawAuthority() == null || !"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            throw new InvalidAttachmentException("The address of an attachment must begin with https:// or http://", null);
        }
        return Source.url(url.strip());
    }

    /** A file that was uploaded. */
    static Source file(String fileId) {
        if (fileId.isBlank()) {
            throw new InvalidAttachmentException("The id of an attached file is empty", null);
        }
        return Source.file(fileId.strip());
    }
}

package io.github.quarkusclaude.transport.download;

import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param target where it was asked for
 * @param location where it is instead, if the server redirects
 * @param contentType the declared content type; empty if there is none
 * @param content the content; empty if the server redirects
 */
record DownloadedFile(DownloadTarget target, @Nullable String location, String contentType, byte[] content) {
}

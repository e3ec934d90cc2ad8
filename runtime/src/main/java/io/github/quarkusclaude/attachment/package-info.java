/**
 * Images and documents that this application fetches itself:
 * {@link io.github.quarkusclaude.attachment.AttachmentDownloader} (blocking) and
 * {@link io.github.quarkusclaude.attachment.ReactiveAttachmentDownloader} (Mutiny).
 * <p>
 * Everything else about images and documents is in {@link io.github.quarkusclaude.message.ImageBlock} and
 * {@link io.github.quarkusclaude.message.DocumentBlock}.
 */
@NullMarked
package io.github.quarkusclaude.attachment;

import org.jspecify.annotations.NullMarked;

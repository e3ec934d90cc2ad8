/**
 * How attachments are downloaded. Not part of the public API.
 */
@NullMarked
package io.github.quarkusclaude.transport.download;

import org.jspecify.annotations.NullMarked;

/**
 * Files kept by the API, to be named in requests: {@link io.github.quarkusclaude.file.Files} (blocking) and
 * {@link io.github.quarkusclaude.file.ReactiveFiles} (Mutiny), from {@code client.files()}.
 */
@NullMarked
package io.github.quarkusclaude.file;

import org.jspecify.annotations.NullMarked;

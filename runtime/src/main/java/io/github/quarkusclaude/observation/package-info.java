/**
 * What watches clients and their calls: metrics and traces, where an application has them. Not part of the public API.
 * <p>
 * Nothing here knows a library for either; what does is only part of applications that have that library.
 */
@NullMarked
package io.github.quarkusclaude.observation;

import org.jspecify.annotations.NullMarked;

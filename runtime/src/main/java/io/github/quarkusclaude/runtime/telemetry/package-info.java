/**
 * Metrics, traces and health, for applications that have the extensions for them. The build steps make beans of these
 * classes only there, so that nothing else refers to those extensions.
 */
@NullMarked
package io.github.quarkusclaude.runtime.telemetry;

import org.jspecify.annotations.NullMarked;

/**
 * Metrics, traces and health, where an application has the extensions for them.
 */
@NullMarked
package io.github.quarkusclaude.deployment.telemetry;

import org.jspecify.annotations.NullMarked;

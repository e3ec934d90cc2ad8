package io.github.quarkusclaude.transport.download;

import java.time.Duration;

/**
 * What may be downloaded.
 *
 * @param maxSize the largest file in bytes
 * @param maxDuration how long a download may take, redirects included
 * @param maxRedirects how many redirects are followed
 * @param allowedHosts the only hosts allowed, beside the internal ones; all public ones if empty
 * @param internalHosts hosts that may have any address
 */
public record DownloadSettings(long maxSize, Duration maxDuration, int maxRedirects, HostPatterns allowedHosts,
        HostPatterns internalHosts) {
}

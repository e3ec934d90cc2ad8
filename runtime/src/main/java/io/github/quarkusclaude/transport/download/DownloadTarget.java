package io.github.quarkusclaude.transport.download;

import java.net.URI;
import java.net.URISyntaxException;

import io.github.quarkusclaude.error.DownloadException;
import io.github.quarkusclaude.error.DownloadException.Reason;

/**
 * An address that could be fetched: http or https, with a host, without a password.
 *
 * @param uri the address
 */
record DownloadTarget(URI uri) {

    /** @throws DownloadException if it is no such address */
    static DownloadTarget of(String url) {
        try {
            return new DownloadTarget(new URI(url.strip())).checked();
        } catch (URISyntaxException e) {
            throw new DownloadException(Reason.REFUSED, "The address to download is malformed: " + e.getReason());
        }
    }

    /** Where a redirect leads to. */
    DownloadTarget redirected(String location) {
        DownloadTarget target;
        try {
            target = new DownloadTarget(uri.resolve(new URI(location.strip()))).checked();
        } catch (URISyntaxException e) {
            throw new DownloadException(Reason.REFUSED, this + " redirects to a malformed address: " + e.getReason());
        }
        if (isTls() && !target.isTls()) {
            throw new DownloadException(Reason.REFUSED, this + " redirects from https to http, which is not followed");
        }
        return target;
    }

    private DownloadTarget checked() {
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new DownloadException(Reason.REFUSED, "Only addresses that begin with https:// or http:// are downloaded");
        }
        if (uri.getRawUserInfo() != null) {
            throw new DownloadException(Reason.REFUSED, "Addresses with a user or password are not downloaded");
        }
        if (uri.getPort() == 0 || uri.getPort() > 0xffff) {
            throw new DownloadException(Reason.REFUSED, "The address to download has the impossible port " + uri.getPort());
        }
        return this;
    }

    boolean isTls() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** As it is written in the address: an IPv6 address is in brackets. */
    String host() {
        return uri.getHost();
    }

    int port() {
        return uri.getPort() != -1 ? uri.getPort() : isTls() ? 443 : 80;
    }

    /** Path and query. */
    String resource() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Without the query, which may hold a signature. */
    @Override
    public String toString() {
        String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port + (uri.getRawPath() == null ? "" : uri.getRawPath());
    }
}

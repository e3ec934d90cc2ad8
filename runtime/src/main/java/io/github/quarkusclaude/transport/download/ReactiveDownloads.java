package io.github.quarkusclaude.transport.download;

import java.net.InetAddress;

import io.github.quarkusclaude.attachment.ReactiveAttachmentDownloader;
import io.github.quarkusclaude.error.DownloadException;
import io.github.quarkusclaude.error.DownloadException.Reason;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.ImageBlock;
import io.github.quarkusclaude.transport.EventLoops;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;

/**
 * Downloads over the Vert.x HTTP client, following redirects itself: each goes through the same checks as the first
 * address.
 */
public final class ReactiveDownloads implements ReactiveAttachmentDownloader {

    private static final String IMAGES = "image/png, image/jpeg, image/gif, image/webp";
    private static final String DOCUMENTS = "application/pdf, text/plain";

    /** A host of several addresses should have time for the second one. */
    private static final int CONNECT_MILLIS = 10_000;
    private static final int CONNECTIONS_TO_A_HOST = 64;

    private final DownloadSettings settings;
    private final Vertx vertx;
    private final HttpClient http;
    private final AddressLookup addresses;

    public ReactiveDownloads(DownloadSettings settings, Vertx vertx, HttpClientOptions options) {
        this(settings, vertx, options, host -> InetAddress.getAllByName(host));
    }

    ReactiveDownloads(DownloadSettings settings, Vertx vertx, HttpClientOptions options, AddressLookup.Resolver resolver) {
        this.settings = settings;
        this.vertx = vertx;
        this.http = vertx.createHttpClient(new HttpClientOptions(options).setKeepAlive(false)
                .setConnectTimeout(CONNECT_MILLIS).setMaxPoolSize(CONNECTIONS_TO_A_HOST));
        this.addresses = new AddressLookup(settings, vertx, resolver);
    }

    @Override
    public Uni<ImageBlock> image(String url) {
        return fetch(url, IMAGES).map(file -> ImageBlock.of(file.content(), file.target().toString()));
    }

    @Override
    public Uni<DocumentBlock> document(String url) {
        return fetch(url, DOCUMENTS).map(ReactiveDownloads::document);
    }

    private static DocumentBlock document(DownloadedFile file) {
        return DocumentBlock.of(file.content(), file.target().toString(), file.contentType());
    }

    private Uni<DownloadedFile> fetch(String url, String accept) {
        return EventLoops
                .answering(vertx,
                        Uni.createFrom().deferred(() -> fetch(DownloadTarget.of(url), accept, settings.maxRedirects())))
                .ifNoItem().after(settings.maxDuration())
                .failWith(() -> new DownloadException(Reason.TIMED_OUT, "A download took longer than "
                        + settings.maxDuration().toMillis() + " ms, the limit of quarkus.claude.download.max-duration"));
    }

    private Uni<DownloadedFile> fetch(DownloadTarget target, String accept, int redirects) {
        return addresses.of(target)
                .chain(found -> Uni.createFrom().<DownloadedFile> emitter(outcome -> new DownloadAttempt(http, target,
                        found.iterator(), accept, settings.maxSize(), outcome).start()))
                .chain(file -> {
                    if (file.location() == null) {
                        return Uni.createFrom().item(file);
                    }
                    if (redirects == 0) {
                        throw new DownloadException(Reason.REFUSED, target + " redirects further than "
                                + settings.maxRedirects() + " times, the limit of quarkus.claude.download.max-redirects");
                    }
                    return fetch(target.redirected(file.location()), accept, redirects - 1);
                });
    }

    /** Closes the connections. */
    public void close() {
        http.close();
    }
}

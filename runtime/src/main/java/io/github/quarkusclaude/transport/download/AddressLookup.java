package io.github.quarkusclaude.transport.download;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import io.github.quarkusclaude.error.DownloadException;
import io.github.quarkusclaude.error.DownloadException.Reason;
import io.github.quarkusclaude.error.ErrorDetails;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Finds the addresses of a host and refuses those that are not allowed. Connections are made to the addresses found here,
 * so that a name whose address changes in between gains nothing by it.
 */
final class AddressLookup {

    /** What knows the addresses of a name. May block. */
    interface Resolver {

        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final DownloadSettings settings;
    private final Vertx vertx;
    private final Resolver resolver;

    AddressLookup(DownloadSettings settings, Vertx vertx, Resolver resolver) {
        this.settings = settings;
        this.vertx = vertx;
        this.resolver = resolver;
    }

    /** The addresses of a target; at least one, all allowed. */
    Uni<List<InetAddress>> of(DownloadTarget target) {
        String host = target.host();
        boolean internal = settings.internalHosts().contain(host);
        if (!internal && !settings.allowedHosts().isEmpty() && !settings.allowedHosts().contain(host)) {
            return Uni.createFrom().failure(new DownloadException(Reason.REFUSED, target + " is not downloaded: its host is"
                    + " not among those of quarkus.claude.download.allowed-hosts"));
        }
        // on a worker thread: the resolver of the JDK knows the hosts file and all that is configured, but blocks
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> resolve(target, internal), false).toCompletionStage());
    }

    private List<InetAddress> resolve(DownloadTarget target, boolean internal) {
        InetAddress[] addresses;
        try {
            addresses = resolver.addresses(target.host());
        } catch (UnknownHostException e) {
            throw new DownloadException(Reason.UNREACHABLE,
                    ErrorDetails.of(target + " is not downloaded: its host is not known"), e);
        }
        if (!internal) {
            for (InetAddress address : addresses) {
                String objection = PublicAddresses.objection(address.getAddress());
                if (objection != null) {
                    throw new DownloadException(Reason.REFUSED, target + " is not downloaded: its host has " + objection
                            + ". Hosts of one's own network must be listed in quarkus.claude.download.internal-hosts");
                }
            }
        }
        return List.of(addresses);
    }
}

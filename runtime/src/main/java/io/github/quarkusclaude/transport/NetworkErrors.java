package io.github.quarkusclaude.transport;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.NetworkException.Phase;
import io.github.quarkusclaude.message.Message;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;

/**
 * Makes exceptions of connections that fail.
 */
final class NetworkErrors {

    private final BaseUrl baseUrl;

    NetworkErrors(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    ClaudeException of(Throwable failure) {
        if (failure instanceof ClaudeException claude) {
            return claude;
        }
        String server = baseUrl.host() + ":" + baseUrl.port();
        Throwable cause = rootOf(failure);
        if (cause instanceof UnknownHostException) {
            return network(Phase.CONNECT, "The host " + baseUrl.host() + " is not known. Check the base URL and the network",
                    failure);
        }
        if (cause instanceof ConnectTimeoutException) {
            return network(Phase.CONNECT, "No connection to " + server + " in time", failure);
        }
        if (cause instanceof SSLException) {
            return network(Phase.CONNECT, "No secure connection to " + server + ": " + cause.getMessage(), failure);
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return network(Phase.CONNECT, "No connection to " + server + ": " + cause.getMessage(), failure);
        }
        if (cause instanceof HttpClosedException || cause instanceof StreamResetException) {
            return network(Phase.READ, server + " closed the connection before it answered", failure);
        }
        String what = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return network(Phase.READ, "The connection to " + server + " failed: " + what, failure);
    }

    /** @param before the failure of the attempt before, if there was one */
    ClaudeException timedOut(Duration timeout, @Nullable Throwable before) {
        return new NetworkException(Phase.TOTAL, unanswered(timeout), before);
    }

    ClaudeException timedOut(Duration timeout, @Nullable String requestId, @Nullable Message partialMessage) {
        return new NetworkException(Phase.TOTAL,
                unanswered(timeout).withRequestId(requestId).withPartialMessage(partialMessage), null);
    }

    private static ErrorDetails unanswered(Duration timeout) {
        return ErrorDetails.of("No complete answer within " + text(timeout)
                + ". Raise quarkus.claude.timeout for longer answers");
    }

    ClaudeException silent(Duration timeout, @Nullable String requestId, @Nullable Message partialMessage) {
        return new NetworkException(Phase.READ, ErrorDetails.of("Nothing arrived for " + text(timeout)
                + ". Raise quarkus.claude.read-timeout for slower servers").withRequestId(requestId)
                .withPartialMessage(partialMessage), null);
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    private static NetworkException network(Phase phase, String message, Throwable cause) {
        return new NetworkException(phase, ErrorDetails.of(message), cause);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < 10 && !isTelling(cause); depth++) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isTelling(Throwable failure) {
        return failure instanceof UnknownHostException || failure instanceof ConnectException
                || failure instanceof SSLException;
    }
}

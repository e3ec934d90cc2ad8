package io.github.quarkusclaude.transport;

/** What this client calls itself. */
public final class ClientVersion {

    /** The version of this library. */
    public static final String VERSION = "${project.version}";

    /** The header {@code user-agent} of all requests. */
    public static final String USER_AGENT = "quarkus-claude/" + VERSION;

    private ClientVersion() {
    }
}

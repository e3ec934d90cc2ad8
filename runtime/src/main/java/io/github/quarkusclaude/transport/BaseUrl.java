package io.github.quarkusclaude.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Where the API is: scheme, host, port, and a path that goes before {@code /v1}.
 *
 * @param uri without a trailing slash and without {@code /v1}
 */
public record BaseUrl(URI uri) {

    /** Anthropic's own. */
    public static final BaseUrl ANTHROPIC = new BaseUrl(URI.create("https://api.anthropic.com"));

    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");
    private static final String VERSION_PATH = "/v1";

    /**
     * Takes an address with or without a trailing slash and with or without {@code /v1}.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https address
     */
    public static BaseUrl of(String text) {
        String url = withoutSlash(text.strip());
        if (url.endsWith(VERSION_PATH)) {
            url = withoutSlash(url.substring(0, url.length() - VERSION_PATH.length()));
        }
        URI uri = parse(url);
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null
                || uri.getRawUserInfo() != null) {
            throw invalid();
        }
        return new BaseUrl(uri);
    }

    private static String withoutSlash(String url) {
        int end = url.length();
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw invalid();
        }
    }

    private static IllegalArgumentException invalid() {
        // without the address: it may hold a password
        return new IllegalArgumentException("The base URL is not an address such as https://api.anthropic.com: it must"
                + " begin with http:// or https://, name a host, and have no user, query or fragment");
    }

    boolean isTls() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Whether a credential can be read on its way by others: it leaves this machine without encryption. */
    public boolean isExposed() {
        String host = host();
        return !isTls() && !host.equalsIgnoreCase("localhost") && !LOOPBACK.matcher(host).matches() && !host.equals("::1");
    }

    String host() {
        String host = uri.getHost();
        // an IPv6 address is written in brackets, but connected to without
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        return uri.getPort() != -1 ? uri.getPort() : isTls() ? 443 : 80;
    }

    /** The path of a resource, such as {@code /v1/messages}. */
    String path(String resource) {
        return uri.getRawPath() + resource;
    }

    /** Whether this is Anthropic's own API, whose keys have a known form. */
    public boolean isAnthropic() {
        return ANTHROPIC.uri.getHost().equalsIgnoreCase(uri.getHost());
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}

package io.github.quarkusclaude.message;

import java.util.List;
import java.util.Map;

/**
 * Lets the model read pages and PDFs on the web; the API fetches them. Free of charge but for the tokens.
 *
 * <pre>
 * MessageRequest.builder().tool(WebFetchTool.create().maxContentTokens(20_000).citations(true).build())
 * </pre>
 *
 * Not thread safe.
 */
public final class WebFetchTool {

    /** The newest version, which filters what it fetched with code of the model. */
    public static final String LATEST = "web_fetch_20260318";

    private Tool tool;

    private WebFetchTool(String type) {
        tool = Tool.known(type, "web_fetch");
    }

    /** The {@link #LATEST} version. */
    public static WebFetchTool create() {
        return create(LATEST);
    }

    /** A version of one's choice, for example {@code web_fetch_20250910}, which filters nothing. */
    public static WebFetchTool create(String type) {
        return new WebFetchTool(type);
    }

    /** How many pages an answer may fetch; no limit by default. */
    public WebFetchTool maxUses(int maxUses) {
        return set("max_uses", maxUses);
    }

    /** The only domains to fetch from; all by default. Not together with {@link #blockedDomains}. */
    public WebFetchTool allowedDomains(String... domains) {
        return set("allowed_domains", List.of(domains));
    }

    /** Domains not to fetch from; none by default. Not together with {@link #allowedDomains}. */
    public WebFetchTool blockedDomains(String... domains) {
        return set("blocked_domains", List.of(domains));
    }

    /** Whether answers cite what was fetched; not by default. */
    public WebFetchTool citations(boolean enabled) {
        return set("citations", new CitationsConfig(enabled, Map.of()));
    }

    /** How much of a page is read at most, in tokens, roughly; no limit by default. */
    public WebFetchTool maxContentTokens(int tokens) {
        return set("max_content_tokens", tokens);
    }

    /** Where the addresses to fetch may come from; anywhere in the conversation by default. */
    public WebFetchTool urlSources(UrlSources sources) {
        return set("url_sources", sources);
    }

    /** Whether a copy fetched a short while ago will do. From version {@code web_fetch_20260309} on. */
    public WebFetchTool useCache(boolean useCache) {
        return set("use_cache", useCache);
    }

    /** Whether what code of the model has read comes back too: {@code full} or {@code excluded}. */
    public WebFetchTool responseInclusion(String inclusion) {
        return set("response_inclusion", inclusion);
    }

    /** The tool; {@link Tool}'s own methods set what all tools have. */
    public Tool build() {
        return tool;
    }

    private WebFetchTool set(String setting, Object value) {
        tool = tool.with(setting, value);
        return this;
    }
}

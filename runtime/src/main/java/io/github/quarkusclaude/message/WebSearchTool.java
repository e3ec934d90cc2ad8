package io.github.quarkusclaude.message;

import java.util.List;

/**
 * Lets the model search the web; the API does it. Searches are charged for.
 *
 * <pre>
 * MessageRequest.builder().tool(WebSearchTool.create().maxUses(3).allowedDomains("quarkus.io").build())
 * </pre>
 *
 * Answers cite what was found: {@link Message#citations()}. Not thread safe.
 */
public final class WebSearchTool {

    /** The newest version, which filters what it found with code of the model. */
    public static final String LATEST = "web_search_20260318";

    private Tool tool;

    private WebSearchTool(String type) {
        tool = Tool.known(type, "web_search");
    }

    /** The {@link #LATEST} version. */
    public static WebSearchTool create() {
        return create(LATEST);
    }

    /** A version of one's choice, for example {@code web_search_20250305}, which filters nothing. */
    public static WebSearchTool create(String type) {
        return new WebSearchTool(type);
    }

    /** How many searches an answer may take; no limit by default. */
    public WebSearchTool maxUses(int maxUses) {
        return set("max_uses", maxUses);
    }

    /** The only domains to search; all by default. Not together with {@link #blockedDomains}. */
    public WebSearchTool allowedDomains(String... domains) {
        return set("allowed_domains", List.of(domains));
    }

    /** Domains not to search; none by default. Not together with {@link #allowedDomains}. */
    public WebSearchTool blockedDomains(String... domains) {
        return set("blocked_domains", List.of(domains));
    }

    /** Where the user is, which changes what is found; unknown by default. */
    public WebSearchTool userLocation(UserLocation location) {
        return set("user_location", location);
    }

    /** Whether what code of the model has read comes back too: {@code full} or {@code excluded}. */
    public WebSearchTool responseInclusion(String inclusion) {
        return set("response_inclusion", inclusion);
    }

    /** The tool; {@link Tool}'s own methods set what all tools have. */
    public Tool build() {
        return tool;
    }

    private WebSearchTool set(String setting, Object value) {
        tool = tool.with(setting, value);
        return this;
    }
}

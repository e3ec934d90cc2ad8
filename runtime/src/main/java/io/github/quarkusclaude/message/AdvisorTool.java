package io.github.quarkusclaude.message;

/**
 * Lets the model ask another, stronger model for advice; the API does it. A beta feature. Not thread safe.
 */
public final class AdvisorTool {

    private Tool tool;

    private AdvisorTool(String model) {
        tool = Tool.known("advisor_20260301", "advisor").with("model", model);
    }

    /** A model to ask. */
    public static AdvisorTool of(String model) {
        return new AdvisorTool(model);
    }

    /** How often an answer may ask; no limit by default. */
    public AdvisorTool maxUses(int maxUses) {
        return set("max_uses", maxUses);
    }

    /** The longest advice in tokens. */
    public AdvisorTool maxTokens(int maxTokens) {
        return set("max_tokens", maxTokens);
    }

    /** Caches what the advisor reads; not by default. */
    public AdvisorTool caching(CacheControl caching) {
        return set("caching", caching);
    }

    /** The tool. */
    public Tool build() {
        return tool;
    }

    private AdvisorTool set(String setting, Object value) {
        tool = tool.with(setting, value);
        return this;
    }
}

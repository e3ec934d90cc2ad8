package io.github.quarkusclaude.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.github.quarkusclaude.catalog.ModelPolicy;
import io.github.quarkusclaude.catalog.rules.PromptCaching;
import io.github.quarkusclaude.message.ThinkingLevel;
import io.github.quarkusclaude.message.Unsupported;
import io.github.quarkusclaude.runtime.auth.CredentialConfig;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/**
 * One client.
 */
@ConfigGroup
public interface ClaudeClientConfig {

    /**
     * What proves who asks.
     */
    @WithParentName
    CredentialConfig credentials();

    /**
     * Where the API is, with or without a trailing `/v1`.
     * <p>
     * If this is not set, the environment variable `ANTHROPIC_BASE_URL` is used.
     */
    @WithDefault("${ANTHROPIC_BASE_URL:}")
    @ConfigDocDefault("${ANTHROPIC_BASE_URL}, or https://api.anthropic.com")
    Optional<String> baseUrl();

    /**
     * The version of the API, sent as `anthropic-version`.
     * <p>
     * `2026-10-21` and `2023-06-01` exist. A request with `temperature`, `top_p` or `top_k` to a model that takes them
     * goes under the old version whatever is set here, because the new one does not know them.
     */
    @WithDefault("2026-10-21")
    String apiVersion();

    /**
     * The model of requests that name none.
     * <p>
     * If this is not set, the environment variable `ANTHROPIC_MODEL` is used.
     */
    @WithDefault("${ANTHROPIC_MODEL:}")
    @ConfigDocDefault("${ANTHROPIC_MODEL}, or the default model of the catalogue")
    Optional<String> model();

    /**
     * The policy that says which models may be used: one of `quarkus.claude.policies."name"`.
     */
    @ConfigDocDefault("that of the subscription tier")
    Optional<String> policy();

    /**
     * What happens to a request for a model that the subscription tier does not have: `fallback` lets the tier's default model
     * answer, with one warning; `fail` refuses it.
     */
    @WithDefault("fallback")
    ModelPolicy.OnDenied onDenied();

    /**
     * Policies of your own.
     */
    @ConfigDocMapKey("policy-name")
    Map<String, ModelPolicyConfig> policies();

    /**
     * How many tokens an answer may have at most, thinking included, if the request does not say.
     */
    @ConfigDocDefault("16384, or less if the model's longest output is shorter")
    Optional<Integer> maxTokens();

    /**
     * The system prompt of requests that have none.
     */
    Optional<String> system();

    /**
     * Whether `anthropic-beta` may be sent. `quarkus.claude.beta.enabled` decides for the whole application when it is built;
     * this can only switch off.
     * <p>
     * If this is not set, the environment variable `ANTHROPIC_ENABLE_BETA_FEATURES` is used.
     */
    @WithDefault("${ANTHROPIC_ENABLE_BETA_FEATURES:}")
    @ConfigDocDefault("${ANTHROPIC_ENABLE_BETA_FEATURES}, or true")
    Optional<Boolean> betaFeatures();

    /**
     * Whether to ask for a context window of a million tokens with models that have it only as the beta feature
     * `context-1m-2025-08-07`. The API may refuse that to accounts that were not given it, and longer prompts cost more.
     * <p>
     * Models that have such a window anyway are asked without it, and a warning says so once. If this is not set, the
     * environment variable `ANTHROPIC_ENABLE_LONG_CONTEXT_BETA` is used.
     */
    @WithDefault("${ANTHROPIC_ENABLE_LONG_CONTEXT_BETA:}")
    @ConfigDocDefault("${ANTHROPIC_ENABLE_LONG_CONTEXT_BETA}, or false")
    Optional<Boolean> longContextBeta();

    /**
     * How much the model should think if the request does not say: `none`, `minimal`, `low`, `medium`, `high`, `xhigh` or
     * `max`.
     * <p>
     * A level fits every model: it becomes a token budget or an effort, whichever the model takes.
     */
    @ConfigDocDefault("what the model does by itself")
    Optional<ThinkingLevel> thinkingLevel();

    /**
     * What to do with parameters that the model of a request does not take: `adapt` translates them or leaves them out, with
     * one warning for each model and parameter; `reject` fails before anything is sent.
     */
    @WithDefault("adapt")
    Unsupported unsupported();

    /**
     * Whether prompts are cached although the request does not ask for it: `off`, `five-minutes` or `one-hour`.
     * <p>
     * Caches up to the last block that can be cached. What is read from the cache costs a fraction; writing to it costs more
     * than not to cache. A request may have its own breakpoints as well, four at most.
     */
    @WithDefault("off")
    PromptCaching promptCaching();

    /**
     * What the client may spend.
     */
    BudgetConfig budget();

    /**
     * What is asked in place of a model that does not answer.
     */
    FallbackConfig fallback();

    /**
     * Further headers of every request, for instance for a gateway. The environment variable `ANTHROPIC_CUSTOM_HEADERS` may
     * have more, one in each line, as `Name: value`.
     * <p>
     * Not `authorization`, `x-api-key` and `anthropic-beta`: those are what credentials and beta features are configured for.
     */
    @ConfigDocMapKey("header-name")
    Map<String, String> headers();

    /**
     * How calls that fail are made again.
     */
    RetryConfig retry();

    /**
     * How calls are held back.
     */
    LimitsConfig limits();

    /**
     * When the API is left alone for a moment because it does not work.
     */
    CircuitBreakerConfig circuitBreaker();

    /**
     * What happens to streams that break off.
     */
    StreamConfig stream();

    /**
     * How long a call may take in total, with all its attempts. A stream is one call: it must have ended by then.
     * <p>
     * Files and batches may be sent and read for as long as bytes move; this limits only the wait for the answer behind the
     * last byte that is sent.
     */
    @WithDefault("10m")
    Duration timeout();

    /**
     * How long it may take to open a connection.
     */
    @WithDefault("10s")
    Duration connectTimeout();

    /**
     * How long a stream may be silent while something is waited for. The API sends a ping every few seconds. Files and batches
     * that are sent or read must move in this time as well.
     * <p>
     * This does not apply to answers in one piece, which are silent until they are complete.
     */
    @WithDefault("2m")
    Duration readTimeout();

    /**
     * How many connections may be open at once, for streams and for other calls each. Further calls wait for one.
     */
    @WithDefault("1024")
    int connectionPoolSize();

    /**
     * How long an unused connection is kept open.
     */
    @WithDefault("60s")
    Duration connectionTtl();

    /**
     * Whether to speak HTTP/2 with the server if it can. Many requests then share a connection.
     */
    @WithDefault("false")
    boolean http2();

    /**
     * The name of the TLS configuration to use (`quarkus.tls."name".*`). Without one the JDK's certificates are trusted.
     */
    Optional<String> tlsConfigurationName();

    /**
     * The name of the proxy configuration to use (`quarkus.proxy."name".*`); `none` for no proxy. Without one
     * `quarkus.proxy.*` is used if it is set.
     */
    Optional<String> proxyConfigurationName();
}

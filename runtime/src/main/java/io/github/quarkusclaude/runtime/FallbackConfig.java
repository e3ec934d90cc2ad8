package io.github.quarkusclaude.runtime;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.quarkusclaude.catalog.FallbackTrigger;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/**
 * What is asked in place of a model that does not answer.
 */
@ConfigGroup
public interface FallbackConfig {

    /**
     * What is asked if the model of a request does not answer, one after the other: `claude-haiku-5-5` is another model,
     * `via backup` is the same model asked by the client `backup`, `claude-haiku-5-5 via backup` is both.
     * <p>
     * Each is asked as if the request had been for it, with the retries, limits and budget of its client. Another client
     * brings its server, credential, policy and headers; what requests say by default stays that of this client. What that
     * client itself falls back to is not looked at. Without a list nothing else is asked.
     */
    Optional<List<String>> to();

    /**
     * On what: `overload` (HTTP 529 and 503), `outage` (other failures of the server and the network), `retirement` (HTTP 404
     * about the model), `rate-limit` (HTTP 429) and `refusal`.
     * <p>
     * The first three happen after all retries. A refusal is an answer, and billed; to ask another model the same is a
     * decision about content, so it has to be named here. A stream falls back only before its first content.
     */
    @WithDefault("overload,outage,retirement")
    Set<FallbackTrigger> on();
}

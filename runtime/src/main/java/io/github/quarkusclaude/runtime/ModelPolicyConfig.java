package io.github.quarkusclaude.runtime;

import java.util.List;

import io.github.quarkusclaude.catalog.ModelPolicy;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/**
 * Which models a client may use.
 */
@ConfigGroup
public interface ModelPolicyConfig {

    /**
     * The models that may be used: ids, and patterns in which `*` stands for any characters, like `claude-haiku-*`.
     */
    List<String> models();

    /**
     * The model of requests that name none, and the one that answers in place of a model that may not be used. It must be one
     * of those that may.
     */
    String defaultModel();

    /**
     * What happens to a request for a model that may not be used: `fallback` lets the default model answer, with one warning;
     * `fail` refuses it. A model the catalogue does not know is refused in either case.
     */
    @WithDefault("fallback")
    ModelPolicy.OnDenied onDenied();
}

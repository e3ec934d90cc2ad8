package io.github.quarkusclaude.runtime;

import java.util.function.Function;
import java.util.function.Supplier;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.error.AuthenticationException;
import io.quarkus.arc.ActiveResult;
import io.quarkus.arc.Arc;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Says which beans there are.
 */
@Recorder
public class ClaudeRecorder {

    public Function<SyntheticCreationalContext<ClaudeClient>, ClaudeClient> client(String name) {
        return new Function<>() {
            @Override
            public ClaudeClient apply(SyntheticCreationalContext<ClaudeClient> context) {
                return context.getInjectedReference(ConfiguredClients.class).client(name);
            }
        };
    }

    public Function<SyntheticCreationalContext<ReactiveClaudeClient>, ReactiveClaudeClient> reactiveClient(String name) {
        return new Function<>() {
            @Override
            public ReactiveClaudeClient apply(SyntheticCreationalContext<ReactiveClaudeClient> context) {
                return context.getInjectedReference(ConfiguredClients.class).client(name).reactive();
            }
        };
    }

    /** Whether a client can be used: it is inactive, with the reason, as long as its configuration is not complete. */
    public Supplier<ActiveResult> checkActive(String name) {
        return new Supplier<>() {
            @Override
            public ActiveResult get() {
                try {
                    Arc.container().instance(ConfiguredClients.class).get().check(name);
                    return ActiveResult.active();
                } catch (AuthenticationException | ConfigurationException e) {
                    return ActiveResult.inactive(e.getMessage());
                }
            }
        };
    }
}

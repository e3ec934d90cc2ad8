package io.github.quarkusclaude.runtime.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;

import io.github.quarkusclaude.auth.AuthEvent;
import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.observation.CallWatch;
import io.github.quarkusclaude.observation.ClientObserver;
import io.github.quarkusclaude.observation.ObservedCall;
import io.github.quarkusclaude.observation.ObservedClient;
import io.github.quarkusclaude.tool.ToolCall;
import io.github.quarkusclaude.tool.ToolObserver;
import io.github.quarkusclaude.tool.ToolWatch;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Measures what clients do.
 */
public class MicrometerObserver implements ClientObserver, ToolObserver {

    private final ModelCatalog catalog;
    private final MeterRegistry registry;
    private final CallMeters meters;
    private final Map<String, LimitGauges> limits = new ConcurrentHashMap<>();

    MicrometerObserver(MeterRegistry registry, ModelCatalog catalog) {
        this.catalog = catalog;
        this.registry = registry;
        this.meters = new CallMeters(registry, catalog);
    }

    @Override
    public void created(ObservedClient client) {
        limits.put(client.name(), new LimitGauges(registry, client.name(), client.limits(), Clock.systemUTC()));
        if (client.budget() != null) {
            BudgetGauges.register(registry, client.name(), client.budget());
        }
    }

    @Override
    public CallWatch started(ObservedCall call) {
        String model = call.request().model();
        String modelClass = model == null ? null : catalog.model(model).map(ClaudeModel::line).orElse(null);
        return new MeasuredCall(meters, call, () -> {
            LimitGauges gauges = limits.get(call.client());
            if (gauges != null && modelClass != null) {
                gauges.update(modelClass);
            }
        });
    }

    @Override
    public ToolWatch started(ToolCall tool) {
        long begin = System.nanoTime();
        return (result, failure) -> meters.toolEnded(tool, result, failure, Duration.ofNanos(System.nanoTime() - begin));
    }

    void count(@Observes AuthEvent event) {
        String outcome = event instanceof AuthEvent.Refreshed ? "refreshed"
                : event instanceof AuthEvent.RefreshFailed ? "failed" : "login_needed";
        registry.counter("claude.client.credential.refreshes", CallMeters.CLIENT, event.client(), "outcome", outcome)
                .increment();
    }
}

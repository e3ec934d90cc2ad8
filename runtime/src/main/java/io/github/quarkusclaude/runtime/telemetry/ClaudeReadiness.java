package io.github.quarkusclaude.runtime.telemetry;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import io.github.quarkusclaude.auth.AuthEvent;
import io.github.quarkusclaude.runtime.ClientCondition;
import io.github.quarkusclaude.runtime.ConfiguredClients;

/**
 * Whether the clients that have been made can answer. Asks nobody: neither the API, nor a file.
 */
@Readiness
public class ClaudeReadiness implements HealthCheck {

    private static final String NAME = "Claude clients";

    private final ConfiguredClients clients;
    private final Clock clock = Clock.systemUTC();
    /** Those whose credential cannot be refreshed any more. */
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    ClaudeReadiness(ConfiguredClients clients) {
        this.clients = clients;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME);
        boolean up = true;
        for (Map.Entry<String, ClientCondition> client : clients.conditions().entrySet()) {
            String name = client.getKey();
            ClientCondition condition = client.getValue();
            CredentialHealth credential = CredentialHealth.of(condition.credential(), refused.contains(name),
                    clock.instant());
            response.withData(name + ": credential", credential.text());
            Instant expiresAt = condition.credential().expiresAt();
            if (expiresAt != null) {
                response.withData(name + ": credential expires at", expiresAt.toString());
            }
            CircuitHealth circuit = CircuitHealth.of(condition.messages(), condition.pause(), clock.instant());
            response.withData(name + ": circuit", circuit.text());
            up &= credential.isUsable() && circuit.isUsable();
        }
        return response.status(up).build();
    }

    void see(@Observes AuthEvent event) {
        if (event instanceof AuthEvent.LoginNeeded) {
            refused.add(event.client());
        } else {
            refused.remove(event.client());
        }
    }
}

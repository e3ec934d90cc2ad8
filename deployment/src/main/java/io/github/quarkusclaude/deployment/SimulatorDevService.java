package io.github.quarkusclaude.deployment;

import java.util.List;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.deployment.builditem.Startable;

/**
 * A simulator that lives as long as the development mode or the tests. It knows nothing of the application's classes, so
 * that it survives their reload.
 */
final class SimulatorDevService implements Startable {

    private final ClaudeSimulator.Builder builder;
    private ClaudeSimulator simulator;

    /**
     * @param port 0 for a free one
     * @param catalog the catalogue whose models answer
     * @param models further models
     */
    record Settings(int port, String catalog, List<String> models) {
    }

    SimulatorDevService(Settings settings) {
        builder = ClaudeSimulator.builder().port(settings.port()).catalog(settings.catalog());
        settings.models().forEach(builder::model);
    }

    @Override
    public void start() {
        simulator = builder.start();
    }

    @Override
    public String getConnectionInfo() {
        return simulator.baseUrl();
    }

    String apiKey() {
        return simulator.apiKey();
    }

    @Override
    public String getContainerId() {
        return null;
    }

    @Override
    public void close() {
        simulator.close();
    }
}

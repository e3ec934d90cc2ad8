package io.github.quarkusclaude.deployment;

import java.util.List;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Scenario;
import io.quarkus.deployment.builditem.Startable;

/**
 * A simulator that lives as long as the development mode or the tests. It knows nothing of the application's classes, so
 * that it survives their reload.
 */
final class SimulatorDevService implements Startable {

    private final ClaudeSimulator.Builder builder;
    private final Chaos chaos;
    private ClaudeSimulator simulator;

    /**
     * @param port 0 for a free one
     * @param catalog the catalogue whose models answer
     * @param models further models
     */
    record Settings(int port, String catalog, List<String> models, Chaos chaos) {
    }

    /**
     * @param rate the share of the requests that meet a failure
     * @param scenarios the names of the failures; none for all there are
     */
    record Chaos(double rate, List<String> scenarios) {

        /** @throws IllegalArgumentException if there is no such share or scenario */
        Chaos {
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("a share of the requests must be from 0 to 1");
            }
            scenarios.forEach(Scenario::named);
        }

        private void start(ClaudeSimulator simulator) {
            simulator.chaos(rate, scenarios.stream().map(Scenario::named).toArray(Scenario[]::new));
        }
    }

    SimulatorDevService(Settings settings) {
        builder = ClaudeSimulator.builder().port(settings.port()).catalog(settings.catalog());
        settings.models().forEach(builder::model);
        chaos = settings.chaos();
    }

    @Override
    public void start() {
        simulator = builder.start();
        chaos.start(simulator);
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

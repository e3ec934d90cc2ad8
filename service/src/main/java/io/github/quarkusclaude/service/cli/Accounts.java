package io.github.quarkusclaude.service.cli;

import jakarta.inject.Singleton;

/** Chooses the account a command works on. */
@Singleton
class Accounts {

    private final Simulation simulation;
    private final ConfiguredAccount configured;
    private final SimulatedAccount simulated;
    private final Terminal terminal;

    Accounts(Simulation simulation, ConfiguredAccount configured, SimulatedAccount simulated, Terminal terminal) {
        this.simulation = simulation;
        this.configured = configured;
        this.simulated = simulated;
        this.terminal = terminal;
    }

    Account account() {
        if (!simulation.isWanted()) {
            return configured;
        }
        terminal.note("This is the simulator. Your own logins are neither used nor changed.");
        return simulated;
    }
}

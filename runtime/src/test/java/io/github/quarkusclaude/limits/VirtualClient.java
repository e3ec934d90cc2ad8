package io.github.quarkusclaude.limits;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;

import io.github.quarkusclaude.message.Usage;
import io.smallrye.mutiny.Uni;

/** A client of a server in virtual time, and what became of its calls. */
final class VirtualClient {

    private final VirtualTime time;
    private final LimitedServer server;
    private final Admission admission;
    private final Random random;
    int answered;

    VirtualClient(VirtualTime time, LimitedServer server, long seed) {
        this.time = time;
        this.server = server;
        this.admission = new Admission("test", new AdmissionSettings(true, 100_000, 100_000, Optional.empty()), time);
        this.random = new Random(seed);
    }

    /**
     * Makes a call at a time.
     *
     * @param estimate what is thought to be its size
     */
    void call(Duration at, CallSize estimate, int input, int output, Duration latency) {
        time.after(at.minus(time.passed()), () -> admission
                .call("sonnet", estimate, null, permit -> send(permit, input, output, latency))
                .subscribe().with(status -> {
                    if (status == 200) {
                        answered++;
                    }
                }));
    }

    private Uni<Integer> send(Permit permit, int input, int output, Duration latency) {
        return Uni.createFrom().emitter(emitter -> time.after(way(), () -> {
            ResponseMetadata head = server.ask(input, output);
            String date = server.date();
            time.after((head.status() == 200 ? latency : Duration.ZERO).plus(way()), () -> {
                permit.answered(head, date);
                if (head.status() == 200) {
                    permit.used(Usage.of(input, 0, 0, output));
                }
                emitter.complete(head.status());
            });
        }));
    }

    /** How long a packet takes. */
    private Duration way() {
        return Duration.ofMillis(5 + random.nextInt(200));
    }
}

package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets a share of all requests meet scenarios.
 * <p>
 * Chance is a function of the seed, of what is asked, and of how often the same was asked before. So it does not matter in
 * which order requests arrive, and a request that is sent again has a chance of its own.
 */
final class Chaos {

    /** How many different requests are told apart; of those that have not come for longest the count starts anew. */
    private static final int MOST_REQUESTS = 100_000;
    private static final double UNIT = 0x1.0p-53;

    private final long seed;
    private final double rate;
    private final List<Scenario> scenarios;
    private final List<Scenario> forWholeAnswers;
    private final Map<Long, Long> occurrences = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > MOST_REQUESTS;
        }
    };

    Chaos(long seed, double rate, List<Scenario> scenarios) {
        this.seed = seed;
        this.rate = rate;
        this.scenarios = scenarios;
        this.forWholeAnswers = scenarios.stream().filter(scenario -> !scenario.isForStreamsOnly()).toList();
    }

    Faults strike(Exchange exchange) {
        RecordedRequest request = exchange.record();
        Variety chance = chance(request, exchange.body());
        List<Scenario> fitting = request.body().path("stream").asBoolean() ? scenarios : forWholeAnswers;
        boolean struck = (chance.next() >>> 11) * UNIT < rate;
        return struck && !fitting.isEmpty() ? Faults.of(chance.pick(fitting)) : Faults.NONE;
    }

    private Variety chance(RecordedRequest request, byte[] body) {
        String line = request.method() + " " + request.path() + "?" + request.query().orElse("");
        // every byte a character: a hash needs no text
        long asked = Variety.hash(Variety.hash(seed, line), new String(body, StandardCharsets.ISO_8859_1));
        long time;
        synchronized (occurrences) {
            time = occurrences.merge(asked, 1L, Long::sum);
        }
        return Variety.of(asked, Long.toString(time));
    }
}

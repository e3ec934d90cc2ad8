package io.github.quarkusclaude.deployment.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.github.quarkusclaude.stream.MessageStream;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/** Asks in every way there is, of several models, each time for words of its own. */
final class MixedCalls implements AutoCloseable {

    private static final List<String> MODELS = List.of("claude-haiku-5-5", "claude-sonnet-5-5", "claude-opus-5-5");
    private static final Pattern NUMBER = Pattern.compile("number (\\d+) ");
    private static final int ALL = Integer.MAX_VALUE;
    private static final int WAYS = 12;

    private final ClaudeClient claude;
    private final Traces traces;
    private final ExecutorService threads;

    MixedCalls(ClaudeClient claude, Traces traces, int atOnce) {
        this.claude = claude;
        this.traces = traces;
        this.threads = Executors.newFixedThreadPool(atOnce);
    }

    static String words(int number) {
        return "The call with the number " + number + " has found its way through all of the weather.";
    }

    /** Which call a request was made for. */
    static int numberOf(RecordedRequest request) {
        Matcher matcher = NUMBER.matcher(new String(request.bodyBytes()));
        if (!matcher.find()) {
            throw new IllegalArgumentException(request.toString());
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** Makes calls, so many at once; each begins where another one has ended. */
    List<Ending> make(int first, int count, int atOnce, Duration guard) {
        return Multi.createFrom().range(first, first + count).onItem().transformToUni(this::make).merge(atOnce)
                .collect().asList().await().atMost(guard);
    }

    private Uni<Ending> make(int number) {
        MessageRequest request = traces.of(MessageRequest.builder().model(MODELS.get(number % MODELS.size()))
                .user("Say exactly: " + words(number)).build());
        return switch (number % WAYS) {
            case 0 -> waitingFor(number, false, () -> claude.generate(request));
            case 1 -> waitingFor(number, true, () -> finalMessage(request));
            case 2 -> counting(number, request);
            case 3 -> reading(number, request, false, ALL);
            case 4 -> reading(number, request, true, ALL);
            case 5 -> reading(number, request, number % 24 < WAYS, number / WAYS % 8);
            case 6 -> givingUpReading(number, request);
            case 7 -> givingUpWaiting(number, request);
            case 8, 9 -> collecting(number, request);
            default -> answer(number, false, claude.reactive().generate(request));
        };
    }

    private Message finalMessage(MessageRequest request) {
        try (MessageStream stream = claude.stream(request)) {
            return stream.finalMessage();
        }
    }

    private Uni<Ending> waitingFor(int number, boolean streamed, Supplier<Message> call) {
        return answer(number, streamed, Uni.createFrom().item(call).runSubscriptionOn(threads));
    }

    private Uni<Ending> collecting(int number, MessageRequest request) {
        return answer(number, true, claude.reactive().stream(request).finalMessage());
    }

    private Uni<Ending> answer(int number, boolean streamed, Uni<Message> call) {
        return call.onItem().transform(message -> Ending.answered(number, streamed, traces.of(message).text()))
                .onFailure().recoverWithItem(failure -> Ending.failed(number, streamed, failure));
    }

    private Uni<Ending> counting(int number, MessageRequest request) {
        return claude.reactive().countTokens(request)
                .onItem().transform(
                        count -> Ending.answered(number, false, count.inputTokens() > 10 ? words(number) : "too little"))
                .onFailure().recoverWithItem(failure -> Ending.failed(number, false, failure));
    }

    private Uni<Ending> reading(int number, MessageRequest request, boolean slowly, int giveUpAfter) {
        return Uni.createFrom().emitter(ending -> claude.reactive().stream(request)
                .subscribe(traces.of(new StreamReader(number, ending, slowly ? threads : null, giveUpAfter))));
    }

    /** At any moment, be it while the stream opens or between two attempts. */
    private Uni<Ending> givingUpReading(int number, MessageRequest request) {
        return Uni.createFrom().emitter(ending -> {
            StreamReader reader = traces.of(new StreamReader(number, ending, null, ALL));
            claude.reactive().stream(request).subscribe(reader);
            later(number, reader::giveUp);
        });
    }

    private Uni<Ending> givingUpWaiting(int number, MessageRequest request) {
        return Uni.createFrom().emitter(ending -> {
            Cancellable call = answer(number, false, claude.reactive().generate(request)).subscribe().with(ending::complete);
            later(number, () -> {
                call.cancel();
                ending.complete(Ending.givenUp(number, false));
            });
        });
    }

    private void later(int number, Runnable action) {
        Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(1 + number / WAYS % 40)).subscribe()
                .with(ignored -> action.run());
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}

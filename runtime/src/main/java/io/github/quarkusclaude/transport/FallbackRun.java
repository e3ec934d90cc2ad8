package io.github.quarkusclaude.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.FallbackException;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.ModelChoice;
import io.github.quarkusclaude.message.ModelChoice.Attempt;
import io.github.quarkusclaude.message.ModelChoice.Reason;
import io.github.quarkusclaude.message.ModelRoute;
import io.smallrye.mutiny.Uni;

/**
 * One call on its way along those that may answer it, each asked when the one before did not. A refusal is kept: if nobody
 * answers, it is the answer.
 *
 * @param <T> what an answer is
 */
final class FallbackRun<T> {

    /**
     * Who may answer.
     *
     * @param <T> what an answer is
     */
    interface Candidate<T> {

        /** The model that is asked, and the client if it is another one. */
        ModelRoute route();

        /** Whether it is the model of the request and the client with which it was made. */
        boolean isRequested();

        Uni<T> ask();
    }

    /**
     * What is known of answers of a kind.
     *
     * @param <T> what an answer is
     */
    interface Answers<T> {

        /** The answer as a message if it is a refusal, before which nothing was handed out; else {@code null}. */
        @Nullable
        Message refusal(T answer);

        T withChoice(T answer, UnaryOperator<ModelChoice> change);
    }

    private final String requested;
    private final List<? extends Candidate<T>> candidates;
    private final Answers<T> answers;
    private final FallbackRules rules;
    private final Deadline deadline;
    private final BiConsumer<Attempt, ModelRoute> observer;
    private final List<Attempt> attempts = new ArrayList<>();
    private int firstRefusal = -1;
    private @Nullable T refusal;

    /**
     * @param requested the model of the request
     * @param candidates at least one
     * @param deadline when nobody is asked any more
     * @param observer is told what was left for what
     */
    FallbackRun(String requested, List<? extends Candidate<T>> candidates, Answers<T> answers, FallbackRules rules,
            Deadline deadline, BiConsumer<Attempt, ModelRoute> observer) {
        this.requested = requested;
        this.candidates = candidates;
        this.answers = answers;
        this.rules = rules;
        this.deadline = deadline;
        this.observer = observer;
    }

    /** The first answer there is. To be called once. */
    Uni<T> answer() {
        return ask(0);
    }

    private Uni<T> ask(int place) {
        return Uni.createFrom().deferred(candidates.get(place)::ask).onItemOrFailure()
                .transformToUni((answer, failure) -> failure == null ? answered(place, answer) : failed(place, failure));
    }

    private Uni<T> answered(int place, T answer) {
        Message refused = rules.leavesRefusals() ? answers.refusal(answer) : null;
        if (refused == null) {
            return Uni.createFrom().item(chosen(place, answer));
        }
        if (firstRefusal < 0) {
            firstRefusal = place;
            refusal = answer;
        }
        return leave(place, new Attempt(candidates.get(place).route(), Reason.REFUSAL, null, refused));
    }

    private Uni<T> failed(int place, Throwable failure) {
        ModelRoute route = candidates.get(place).route();
        Reason reason = rules.reason(failure);
        if (reason == null && place > 0 && failure instanceof Exception) {
            // nobody has asked for this one, so its failure is no news while there is another one
            reason = Reason.FAILURE;
        }
        return reason == null ? Uni.createFrom().failure(failure) : leave(place, new Attempt(route, reason, failure, null));
    }

    private Uni<T> leave(int place, Attempt attempt) {
        attempts.add(attempt);
        int next = place + 1;
        if (next == candidates.size() || deadline.remaining().isNegative()) {
            return nobodyAnswered();
        }
        observer.accept(attempt, candidates.get(next).route());
        return ask(next);
    }

    private Uni<T> nobodyAnswered() {
        if (refusal != null) {
            return Uni.createFrom().item(chosen(firstRefusal, refusal));
        }
        Throwable first = attempts.get(0).failure();
        for (Attempt attempt : attempts.subList(1, attempts.size())) {
            first.addSuppressed(new FallbackException(attempt.route(), attempt.failure()));
        }
        return Uni.createFrom().failure(first);
    }

    /** The answer with what was tried besides. */
    private T chosen(int place, T answer) {
        Candidate<T> candidate = candidates.get(place);
        List<Attempt> others = new ArrayList<>(attempts);
        if (place < others.size()) {
            others.remove(place);
        }
        if (candidate.isRequested()) {
            return others.isEmpty() ? answer
                    : answers.withChoice(answer, own -> new ModelChoice(own.requested(), own.effective(), own.reason(),
                            own.client(), others));
        }
        Reason reason = place == 0 ? Reason.OPEN_TURN : attempts.get(0).reason();
        return answers.withChoice(answer,
                own -> new ModelChoice(requested, own.effective(), reason, candidate.route().client(), others));
    }
}

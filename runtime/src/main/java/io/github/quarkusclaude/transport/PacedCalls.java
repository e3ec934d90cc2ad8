package io.github.quarkusclaude.transport;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.rules.PreparedRequest;
import io.github.quarkusclaude.catalog.rules.PromptEstimate;
import io.github.quarkusclaude.limits.Admission;
import io.github.quarkusclaude.limits.CallSize;
import io.github.quarkusclaude.limits.Permit;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Usage;
import io.github.quarkusclaude.observation.CallWatch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Lets attempts through when the limits have room for them, and keeps what their answers say. Models of one family share their
 * limits.
 */
final class PacedCalls {

    /** Who waits until the end gives up a little before, so that it is not taken for a server that does not answer. */
    private static final Duration BEFORE_THE_END = Duration.ofMillis(50);

    private final Admission admission;
    private final AnswerHeads heads;
    private final ModelCatalog catalog;
    private final Duration timeout;

    /**
     * An attempt that may be made.
     *
     * @param observer is to be told of the head of its answer
     * @param usage is to be told what it uses, the last time as a whole
     */
    record Admitted(AnswerObserver observer, Consumer<Usage> usage) {
    }

    PacedCalls(Admission admission, AnswerHeads heads, ModelCatalog catalog, Duration timeout) {
        this.admission = admission;
        this.heads = heads;
        this.catalog = catalog;
        this.timeout = timeout;
    }

    /** A call that is not about a model. */
    <T> Uni<T> call(Function<Admitted, Uni<T>> attempt) {
        return admission.call(null, CallSize.NONE, mayWait(timeout), permit -> attempt.apply(admitted(null, permit)));
    }

    /** A call that is not about a model and whose answer has many parts. */
    <T> Multi<T> pull(Function<Admitted, Multi<T>> attempt) {
        return admission.stream(null, CallSize.NONE, mayWait(timeout), permit -> attempt.apply(admitted(null, permit)));
    }

    /** A request for a message, of so many bytes. */
    <T> Uni<T> ask(PreparedRequest request, int bytes, CallWatch watch, Duration timeout, Function<Admitted, Uni<T>> attempt) {
        String modelClass = modelClass(request);
        return admission.call(modelClass, size(request.body(), bytes), mayWait(timeout),
                permit -> attempt.apply(admitted(modelClass, permit, watch)));
    }

    /** A request for a streamed message, of so many bytes. */
    <T> Multi<T> stream(PreparedRequest request, int bytes, CallWatch watch, Deadline deadline,
            Function<Admitted, Multi<T>> attempt) {
        String modelClass = modelClass(request);
        return admission.stream(modelClass, size(request.body(), bytes), mayWait(deadline.remaining()),
                permit -> attempt.apply(admitted(modelClass, permit, watch)));
    }

    /** A request to count tokens, which has limits of its own. */
    <T> Uni<T> count(PreparedRequest request, Function<Admitted, Uni<T>> attempt) {
        String modelClass = modelClass(request);
        return admission.call("counting tokens for " + modelClass, CallSize.NONE, mayWait(timeout),
                permit -> attempt.apply(admitted(modelClass, permit)));
    }

    private Admitted admitted(@Nullable String modelClass, Permit permit, CallWatch watch) {
        if (!permit.waited().isZero()) {
            watch.waited(permit.waited());
        }
        return admitted(modelClass, permit);
    }

    private Admitted admitted(@Nullable String modelClass, Permit permit) {
        return new Admitted(heads.of(modelClass, permit), permit::used);
    }

    private static Duration mayWait(Duration left) {
        return left.compareTo(BEFORE_THE_END) > 0 ? left.minus(BEFORE_THE_END) : Duration.ZERO;
    }

    private @Nullable String modelClass(PreparedRequest request) {
        String model = request.body().model();
        return model == null ? null : catalog.model(model).map(ClaudeModel::line).orElse(model);
    }

    private static CallSize size(MessageRequest request, int bytes) {
        return new CallSize(PromptEstimate.of(request, bytes),
                request.maxTokens() == null ? Integer.MAX_VALUE : request.maxTokens(), "fast".equals(request.speed()));
    }
}

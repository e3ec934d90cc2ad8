package io.github.quarkusclaude.tool;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.schema.InputTypes;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Makes the runners of clients. Applications get theirs from {@link io.github.quarkusclaude.ClaudeClient#toolRunner()};
 * this is for those who have a client of their own.
 */
public final class ToolRunners {

    private final ModelCatalog catalog;
    private final BeanTools beans;
    private final InputTypes inputs;
    private final Consumer<ToolRunEvent> observers;
    private final WatchedTools watched;

    /**
     * @param catalog knows what models cost
     * @param beans the tools of beans
     * @param inputs the types that tools take
     * @param observers are told everything that happens but texts and thinking
     * @param toolObservers watch the tools
     */
    public ToolRunners(ModelCatalog catalog, BeanTools beans, InputTypes inputs, Consumer<ToolRunEvent> observers,
            List<ToolObserver> toolObservers) {
        this.catalog = catalog;
        this.beans = beans;
        this.inputs = inputs;
        this.observers = observers;
        this.watched = new WatchedTools(toolObservers);
    }

    /** How a blocking client waits. */
    public interface Waiting {

        /** Waits for an item. */
        <T> T await(Uni<T> uni);

        /** Items to wait for one by one; closing the stream cancels the source. */
        <T> Stream<T> items(Multi<T> source);
    }

    /**
     * A runner without tools.
     *
     * @param client makes the requests
     * @param defaultModel the model of requests that name none; the catalogue's default if absent
     * @param withoutSecrets takes out of a text what the model must not read
     */
    public ReactiveToolRunner reactive(ReactiveClaudeClient client, @Nullable String defaultModel,
            UnaryOperator<String> withoutSecrets) {
        CostMeter costs = new CostMeter(catalog, defaultModel);
        return new LoopingToolRunner(client, LoopOptions.DEFAULT,
                new LoopEnvironment(beans, inputs, costs, observers, watched, withoutSecrets));
    }

    /** The same runner, waited for. */
    public static ToolRunner blocking(ReactiveToolRunner runner, Waiting waiting) {
        return new WaitingToolRunner(runner, waiting);
    }
}

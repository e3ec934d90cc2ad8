package io.github.quarkusclaude.examples;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.batch.BatchOutcome;
import io.github.quarkusclaude.batch.BatchPolling;
import io.github.quarkusclaude.batch.BatchRequest;
import io.github.quarkusclaude.batch.BatchResult;
import io.github.quarkusclaude.batch.JoinedResult;
import io.github.quarkusclaude.batch.MessageBatch;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.smallrye.mutiny.Multi;

/** Many questions at once. */
@ApplicationScoped
public class Surveys {

    @Inject
    ClaudeClient claude;

    @Inject
    ReactiveClaudeClient reactive;

    String submit(List<String> reviews) {
        // tag::submit[]
        List<BatchRequest> requests = new ArrayList<>();
        for (String review : reviews) {
            requests.add(new BatchRequest("review-" + requests.size(), // <1>
                    MessageRequest.of("Is this review friendly? Answer yes or no.\n" + review)));
        }
        MessageBatch batch = claude.batches().create(requests);
        String id = batch.id(); // <2>
        // end::submit[]
        return id;
    }

    Map<String, String> answers(String id) {
        Map<String, String> answers = new TreeMap<>();
        // tag::results[]
        claude.batches().awaitEnd(id); // <1>
        try (Stream<BatchResult> results = claude.batches().results(id)) { // <2>
            results.forEach(result -> {
                if (result.outcome() instanceof BatchOutcome.Succeeded succeeded) {
                    answers.put(result.customId(), succeeded.message().text());
                } else if (result.outcome() instanceof BatchOutcome.Errored errored) {
                    answers.put(result.customId(), "failed: " + errored.error().message());
                }
            });
        }
        // end::results[]
        return answers;
    }

    Map<String, String> ask(List<BatchRequest> requests, Consumer<String> notebook) {
        Map<String, String> answers = new TreeMap<>();
        // tag::await[]
        BatchPolling polling = BatchPolling.DEFAULT
                .withIntervals(Duration.ofSeconds(1), Duration.ofMinutes(5))
                .withTimeout(Duration.ofHours(25));
        MessageBatch ended = claude.batches().submitAndAwait(requests, polling,
                submitted -> notebook.accept(submitted.id())); // <1>
        // end::await[]
        // tag::join[]
        try (Stream<JoinedResult> results = claude.batches().results(ended.id(), requests)) {
            results.forEach(result -> {
                if (result instanceof JoinedResult.Matched matched) {
                    answers.put(matched.customId(), matched.result().message().map(Message::text).orElse("no answer"));
                } else if (result instanceof JoinedResult.Missing missing) { // <1>
                    answers.put(missing.customId(), "no result");
                }
            });
        }
        // end::join[]
        return answers;
    }

    Multi<String> texts(String id) {
        // tag::reactive[]
        Multi<String> texts = reactive.batches().awaitEnd(id)
                .onItem().transformToMulti(ended -> reactive.batches().results(ended.id()))
                .onItem().transform(result -> result.message().map(Message::text).orElse(""));
        // end::reactive[]
        return texts;
    }
}

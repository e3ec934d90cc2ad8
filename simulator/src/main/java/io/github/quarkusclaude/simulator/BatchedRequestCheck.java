package io.github.quarkusclaude.simulator;

/** What is of use only to somebody who waits for the answer is not for batches. */
final class BatchedRequestCheck implements RequestCheck {

    @Override
    public void check(MessagesRequest request) {
        if (!request.batched()) {
            return;
        }
        if (request.isStreamed()) {
            throw request.field("stream").reject("requests in a batch cannot be streamed");
        }
        if (request.root().has("thread")) {
            throw request.field("thread").reject("is not available in batches", "thread_unsupported_request");
        }
        if (request.maxTokens() == 0) {
            throw request.field("max_tokens").reject("must be at least 1 in a batch");
        }
        if (request.body().path("speed").asText().equals("fast")) {
            throw request.field("speed").reject("\"fast\" is not available in batches");
        }
    }
}

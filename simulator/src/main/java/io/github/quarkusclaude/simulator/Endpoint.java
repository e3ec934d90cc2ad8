package io.github.quarkusclaude.simulator;

/** One operation of the API. */
interface Endpoint {

    /** Answers a request, now or later. @throws ApiException if the answer is an error */
    void handle(Exchange exchange);
}

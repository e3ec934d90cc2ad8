package io.github.quarkusclaude.simulator;

/** A rule of the API about requests. */
interface RequestCheck {

    /** @throws ApiException if the request breaks the rule */
    void check(MessagesRequest request);
}

package io.github.quarkusclaude.service.cli;

import io.quarkus.test.junit.main.QuarkusMainIntegrationTest;

/** Some of them with the jar, or the native executable under {@code -Dnative}. */
@QuarkusMainIntegrationTest
class RecordedStreamsIT extends RecordedStreamsTest {

    @Override
    int step() {
        return 20;
    }
}

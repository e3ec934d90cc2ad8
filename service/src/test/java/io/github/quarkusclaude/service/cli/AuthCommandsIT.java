package io.github.quarkusclaude.service.cli;

import io.quarkus.test.junit.main.QuarkusMainIntegrationTest;

/** The same with the jar, or the native executable under {@code -Dnative}. */
@QuarkusMainIntegrationTest
class AuthCommandsIT extends AuthCommandsTest {
}

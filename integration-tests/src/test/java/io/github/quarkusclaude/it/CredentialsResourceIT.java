package io.github.quarkusclaude.it;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the jar, or the native executable under {@code -Dnative}. */
@QuarkusIntegrationTest
class CredentialsResourceIT extends CredentialsResourceTest {
}

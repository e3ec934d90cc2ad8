package io.github.quarkusclaude.it;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class StructuredResourceIT extends StructuredResourceTest {
}

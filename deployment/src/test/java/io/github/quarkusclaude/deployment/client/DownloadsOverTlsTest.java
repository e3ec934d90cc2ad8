package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.attachment.AttachmentDownloader;
import io.github.quarkusclaude.error.DownloadException;
import io.github.quarkusclaude.error.DownloadException.Reason;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.core.Vertx;

/** Servers whose certificate only the application trusts. */
@Timeout(30)
class DownloadsOverTlsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.tls.\"gateway\".trust-store.p12.path", TlsGateway.trustStore())
            .overrideConfigKey("quarkus.tls.\"gateway\".trust-store.p12.password", TlsGateway.PASSWORD)
            .overrideConfigKey("quarkus.claude.download.tls-configuration-name", "gateway")
            .overrideConfigKey("quarkus.claude.download.internal-hosts", "localhost");

    @Inject
    AttachmentDownloader downloads;

    @Inject
    Vertx vertx;

    @Test
    void downloadsHaveATlsConfigurationOfTheirOwn() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                TlsGateway gateway = new TlsGateway(vertx, simulator)) {
            // the simulator has no images: an answer of whatever kind shows that the connection was trusted
            DownloadException answered = failure(gateway.address());
            assertThat(answered.reason()).isEqualTo(Reason.NOT_SERVED);
            assertThat(answered.status()).isPositive();
        }
    }

    private DownloadException failure(String origin) {
        return catchThrowableOfType(DownloadException.class, () -> downloads.image(origin + "/a.png"));
    }
}

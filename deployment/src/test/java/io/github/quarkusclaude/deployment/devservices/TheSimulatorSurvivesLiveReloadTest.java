package io.github.quarkusclaude.deployment.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.LogRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.RestAssured;

/** An application with nothing but the extension and one endpoint, in development mode. */
class TheSimulatorSurvivesLiveReloadTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClass(AskResource.class))
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.github.quarkusclaude.devservices"));

    @Test
    void theSameSimulatorAnswersAfterAReload() {
        String address = RestAssured.get("/ask/address").asString();
        assertThat(RestAssured.get("/ask").asString()).contains("42");
        assertThat(announcements()).singleElement().asString().contains(address);

        APPLICATION.modifySourceFile(AskResource.class, source -> source.replace("6 * 7", "6 * 8"));

        assertThat(RestAssured.get("/ask").asString()).contains("48");
        assertThat(RestAssured.get("/ask/address").asString()).isEqualTo(address);
        assertThat(announcements()).hasSize(1);
    }

    private static List<String> announcements() {
        return APPLICATION.getLogRecords().stream().map(TheSimulatorSurvivesLiveReloadTest::message).toList();
    }

    private static String message(LogRecord record) {
        return record.getParameters() == null ? record.getMessage()
                : String.format(record.getMessage(), record.getParameters());
    }
}

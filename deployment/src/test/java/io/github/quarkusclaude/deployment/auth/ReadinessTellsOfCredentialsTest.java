package io.github.quarkusclaude.deployment.auth;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.simulator.IssuedTokens;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.path.json.JsonPath;

/** With SmallRye Health, the application is ready as long as each client that is in use has a credential. */
class ReadinessTellsOfCredentialsTest extends AuthTest {

    private static final String KEY = "sk-ant-api03-of-health-0123456789";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = withLogin(application("readiness"), "person")
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-smallrye-health", Version.getVersion())))
            .overrideRuntimeConfigKey("quarkus.claude.oauth.refresh-every", "off")
            .overrideRuntimeConfigKey("quarkus.claude.base-url", "${simulator.url}")
            .overrideRuntimeConfigKey("quarkus.claude.api-key", KEY);

    @Test
    void upAsLongAsAllHaveOne() {
        secret(KEY);
        clients.client();
        JsonPath withKey = readiness(200);
        assertThat(withKey.getString("checks[0].name")).isEqualTo("Claude clients");
        assertThat(withKey.getString("checks[0].data.'<default>: credential'")).isEqualTo("available");
        assertThat(withKey.getString("checks[0].data.'<default>: circuit'")).isEqualTo("closed");

        IssuedTokens tokens = simulator.oauth().issue();
        login("person", tokens, Instant.now().plusSeconds(3600));
        clients.client("person").generate("Hello");
        JsonPath withLogin = readiness(200);
        assertThat(withLogin.getString("checks[0].data.'person: credential'")).isEqualTo("available");
        assertThat(withLogin.getString("checks[0].data.'person: credential expires at'")).isNotBlank();
        assertThat(withLogin.prettify()).doesNotContain(KEY, tokens.accessToken(), tokens.refreshToken().orElseThrow());

        login("person", simulator.oauth().issue(), Instant.now().minusSeconds(60));
        int asked = simulator.requests().size();
        readiness(200);
        assertThat(simulator.requests()).as("nobody is asked").hasSize(asked);
    }

    private static JsonPath readiness(int status) {
        return when().get("/q/health/ready").then().statusCode(status).extract().jsonPath();
    }
}

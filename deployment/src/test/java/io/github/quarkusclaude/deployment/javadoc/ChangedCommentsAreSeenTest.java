package io.github.quarkusclaude.deployment.javadoc;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;

/** In development mode a tool has the text of the comment as it is now. */
class ChangedCommentsAreSeenTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClass(ChangingTools.class));

    @Test
    void afterAReload() {
        given().get("/description").then().statusCode(200).body(is("Says the first thing."));

        APPLICATION.modifySourceFile(ChangingTools.class, source -> source.replace("the first thing", "another thing"));

        given().get("/description").then().statusCode(200).body(is("Says another thing."));
    }
}

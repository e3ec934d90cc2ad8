package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The account and organization that stand behind everybody who signs in. */
record Account(String organization, String subscriptionTier) {

    /** Who signs in where nobody is asked. */
    static final String PERSON = "person@example.com";

    private static final String ORGANIZATION_NAME = "Simulated Organization";

    /** Adds to an answer of the token endpoint whose organization it is. */
    ObjectNode describe(ObjectNode answer) {
        answer.putObject("organization").put("uuid", organization).put("name", ORGANIZATION_NAME);
        return answer;
    }

    ObjectNode profile(Grant grant) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        profile.putObject("account")
                .put("uuid", UUID.nameUUIDFromBytes(grant.account().getBytes(StandardCharsets.UTF_8)).toString())
                .put("email", grant.account())
                .put("subscription_tier", subscriptionTier);
        return describe(profile);
    }
}

package io.github.quarkusclaude.auth;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.auth.Profile.Type;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Reads the file of a profile. Fields that are not known are ignored.
 *
 * @param directory where profiles are
 * @param name the profile
 * @param file its file
 * @param environment the environment variables, which tell what the file does not
 */
record ProfileReader(Path directory, String name, Path file, Map<String, String> environment) {

    Profile read(String content) {
        JsonNode json = parse(content);
        String version = text(json, "version");
        if (version != null && !version.matches("1(\\..*)?")) {
            throw unusable("has the version " + SafeText.of(version) + "; only 1.0 is understood");
        }
        JsonNode authentication = json.path("authentication");
        Type type = type(text(authentication, "type"));
        FederationSettings federation = new FederationSettings(text(authentication, "federation_rule_id"),
                text(json, "organization_id"), text(authentication, "service_account_id"), text(json, "workspace_id"),
                type == Type.OIDC_FEDERATION ? identityTokenFile(authentication.path("identity_token")) : null, null)
                .orElse(FederationSettings.of(environment));
        if (type == Type.OIDC_FEDERATION && !federation.isComplete()) {
            throw unusable("is not complete. Add what is missing, or set " + String.join(" and ", federation.missing()));
        }
        String credentials = text(authentication, "credentials_path");
        return new Profile(name, file, type, text(json, "base_url"), federation, text(authentication, "client_id"),
                credentials == null ? directory.resolve("credentials").resolve(name + ".json")
                        : directory.resolve(path(credentials)));
    }

    private Type type(@Nullable String type) {
        if (type == null) {
            throw unusable("has no authentication.type. Set it to oidc_federation or user_oauth");
        }
        return switch (type) {
            case "oidc_federation" -> Type.OIDC_FEDERATION;
            case "user_oauth" -> Type.USER_OAUTH;
            default -> throw unusable("has the authentication.type " + SafeText.of(type)
                    + "; only oidc_federation and user_oauth are known");
        };
    }

    private @Nullable Path identityTokenFile(JsonNode token) {
        if (!token.isObject()) {
            return null;
        }
        String path = text(token, "path");
        if (!"file".equals(text(token, "source")) || path == null) {
            throw unusable("has an authentication.identity_token without a path, or with another source than \"file\"");
        }
        return path(path);
    }

    private Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw unusable("has a path that cannot be one");
        }
    }

    private JsonNode parse(String content) {
        JsonNode json = JsonTree.parse(content);
        if (json == null || !json.isObject()) {
            throw unusable("is not a JSON object. Correct it, or create the profile again");
        }
        return json;
    }

    private static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText().strip() : null;
    }

    private ConfigurationException unusable(String why) {
        return new ConfigurationException("The profile " + name + " (" + file + ") " + why);
    }
}

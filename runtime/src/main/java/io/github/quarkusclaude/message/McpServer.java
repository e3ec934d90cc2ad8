package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;

/**
 * A Model Context Protocol server that the API calls for the model. A {@link McpToolset} says which of its tools the model
 * may use.
 *
 * @param type {@code url}
 * @param url its address, {@code https} only
 * @param name what the request calls it
 * @param authorizationToken the token for the server; never shown by {@code toString}
 * @param additionalFields fields this version does not know
 */
public record McpServer(@Nullable String type, @Nullable String url, @Nullable String name, @Nullable String authorizationToken,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public McpServer {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A server that needs no token. */
    public static McpServer of(String name, String url) {
        return new McpServer("url", url, name, null, Map.of());
    }

    /** This server with a token. */
    public McpServer withAuthorizationToken(@Nullable String authorizationToken) {
        return new McpServer(type, url, name, authorizationToken, additionalFields);
    }

    /** Without the token; nor the address or unknown fields, which may hold one too. */
    @Override
    public String toString() {
        return "McpServer[name=" + name + "]";
    }

    static McpServer readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String url = null;
        String name = null;
        String authorizationToken = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "url" -> url = fields.text();
                case "name" -> name = fields.text();
                case "authorization_token" -> authorizationToken = fields.text();
                default -> fields.keep();
            }
        }
        return new McpServer(type, url, name, authorizationToken, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("url", url)
                .field("name", name)
                .field("authorization_token", authorizationToken).end();
    }
}

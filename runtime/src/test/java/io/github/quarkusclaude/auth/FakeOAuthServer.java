package io.github.quarkusclaude.auth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.json.RawJson;

/** Answers what it is told to, in that order, and remembers what it was asked. */
class FakeOAuthServer implements OAuthHttp {

    static final URI TOKEN_URL = URI.create("https://login.example/v1/oauth/token");

    private final Deque<Function<Request, Answer>> answers = new ArrayDeque<>();
    final List<Request> requests = new ArrayList<>();

    static OAuthSettings settings(@Nullable String clientId) {
        return new OAuthSettings(clientId, null, URI.create("https://login.example/oauth/authorize"), null, TOKEN_URL,
                URI.create("https://login.example/oauth/revoke"), URI.create("https://login.example/keys"),
                URI.create("https://login.example/code"), List.of("user:profile", "user:inference"),
                OAuthSettings.BodyFormat.JSON);
    }

    FakeOAuthServer answers(int status, String body) {
        return answers(request -> answer(status, body));
    }

    /** An answer for which something happens first. */
    FakeOAuthServer answers(Function<Request, Answer> answer) {
        answers.add(answer);
        return this;
    }

    FakeOAuthServer isUnreachable() {
        return answers(request -> {
            throw new NetworkException(NetworkException.Phase.CONNECT, ErrorDetails.of("No connection"), null);
        });
    }

    static Answer answer(int status, String body) {
        return new Answer(status, "req_42", body.getBytes(StandardCharsets.UTF_8));
    }

    static String text(Request request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    @Override
    public synchronized Answer post(Request request) {
        requests.add(request);
        Function<Request, Answer> answer = answers.poll();
        if (answer == null) {
            throw new AssertionError("Asked more often than expected: " + request);
        }
        return answer.apply(request);
    }

    /** The body of the only request, which is JSON. */
    JsonNode body() {
        if (requests.size() != 1) {
            throw new AssertionError("Not one request but " + requests);
        }
        return body(0);
    }

    JsonNode body(int index) {
        return RawJson.of(text(requests.get(index))).tree();
    }

    Map<String, String> headers(int index) {
        return requests.get(index).headers();
    }
}

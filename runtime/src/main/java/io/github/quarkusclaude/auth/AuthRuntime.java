package io.github.quarkusclaude.auth;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What credentials need to live.
 *
 * @param http makes the calls to servers that give out tokens
 * @param workers where such calls may be waited for. Not the threads of callers: they may all be waiting for this
 * @param clock tells when tokens expire
 * @param events is told what happens
 */
public record AuthRuntime(OAuthHttp http, Executor workers, Clock clock, Consumer<AuthEvent> events) {
}

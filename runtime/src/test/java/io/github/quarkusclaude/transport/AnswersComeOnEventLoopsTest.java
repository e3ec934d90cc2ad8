package io.github.quarkusclaude.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** An answer is given out on an event loop, however early it comes and whoever has asked. */
class AnswersComeOnEventLoopsTest {

    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void anAnswerThatIsThereAtOnce() {
        assertThat(isOnEventLoop()).isTrue();
    }

    @Test
    void toAWorkerThreadWhoseContextIsAnEventLoops() throws Exception {
        CompletableFuture<Boolean> outcome = new CompletableFuture<>();
        vertx.runOnContext(ignored -> vertx.executeBlocking(() -> outcome.complete(isOnEventLoop())));
        assertThat(outcome.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anEventLoopKeepsIts() throws Exception {
        CompletableFuture<Thread> asking = new CompletableFuture<>();
        CompletableFuture<Thread> answered = new CompletableFuture<>();
        vertx.runOnContext(ignored -> {
            asking.complete(Thread.currentThread());
            answer().subscribe().with(answer -> answered.complete(Thread.currentThread()));
        });
        assertThat(answered.get(30, TimeUnit.SECONDS)).isSameAs(asking.get(30, TimeUnit.SECONDS));
    }

    private static boolean isOnEventLoop() {
        CompletableFuture<Boolean> answered = new CompletableFuture<>();
        answer().subscribe().with(answer -> answered.complete(Context.isOnEventLoopThread()));
        return answered.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static Uni<String> answer() {
        return EventLoops.answering(vertx, Uni.createFrom().completionStage(CompletableFuture.completedFuture("there")));
    }
}

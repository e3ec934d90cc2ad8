package io.github.quarkusclaude.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;

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
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anAnswerThatIsThereAtOnce() {
        assertThat(isOnEventLoop()).isTrue();
    }

    @Test
    void toAWorkerThreadWhoseContextIsAnEventLoops() throws Exception {
        CompletableFuture<Boolean> outcome = new CompletableFuture<>();
        vertx.runOnContext(ignored -> vertx.executeBlocking(() -> outcome.complete(isOnEventLoop())));
        assertThat(outcome.get()).isTrue();
    }

    @Test
    void anEventLoopKeepsIts() throws Exception {
        CompletableFuture<Thread> asking = new CompletableFuture<>();
        CompletableFuture<Thread> answered = new CompletableFuture<>();
        vertx.runOnContext(ignored -> {
            asking.complete(Thread.currentThread());
            answer().subscribe().with(answer -> answered.complete(Thread.currentThread()));
        });
        assertThat(answered.get()).isSameAs(asking.get());
    }

    private static boolean isOnEventLoop() {
        CompletableFuture<Boolean> answered = new CompletableFuture<>();
        answer().subscribe().with(answer -> answered.complete(Context.isOnEventLoopThread()));
        return answered.join();
    }

    private static Uni<String> answer() {
        return EventLoops.answering(vertx, Uni.createFrom().completionStage(CompletableFuture.completedFuture("there")));
    }
}

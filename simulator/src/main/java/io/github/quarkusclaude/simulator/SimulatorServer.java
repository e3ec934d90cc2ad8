package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Verticle;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/** The open port: one verticle for each processor, and the Vert.x instance if nobody shares one. */
final class SimulatorServer {

    private final Vertx vertx;
    private final boolean ownsVertx;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable String deployment;
    private int port;

    private SimulatorServer(Vertx vertx, boolean ownsVertx) {
        this.vertx = vertx;
        this.ownsVertx = ownsVertx;
    }

    static SimulatorServer start(@Nullable Vertx shared, String host, int port, FrontDoor frontDoor, Clock clock) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("Starting the simulator waits, which an event loop must not do");
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // event loops keep the context class loader of their creator, and the simulator may outlive the caller's
        thread.setContextClassLoader(SimulatorServer.class.getClassLoader());
        try {
            SimulatorServer server = new SimulatorServer(shared == null ? ownVertx() : shared, shared == null);
            server.listen(host, port, frontDoor, clock);
            return server;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    int port() {
        return port;
    }

    /** Waits until everything is closed, except on an event loop. */
    void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        // when somebody else has closed the shared Vert.x, the deployment is gone, and nothing can be waited for any more
        boolean deployed = deployment != null && vertx.deploymentIDs().contains(deployment);
        Future<Void> undeployed = deployed ? vertx.undeploy(deployment) : Future.succeededFuture();
        if (Context.isOnEventLoopThread()) {
            undeployed.onComplete(done -> closeOwn());
        } else {
            // one after the other: a future that hangs together with an event loop is lost when that loop ends
            await(undeployed);
            await(closeOwn());
        }
    }

    private Future<Void> closeOwn() {
        return ownsVertx ? vertx.close() : Future.succeededFuture();
    }

    private void listen(String host, int wantedPort, FrontDoor frontDoor, Clock clock) {
        AtomicLong connectionIds = new AtomicLong();
        // to Vert.x, a negative port is a free one that all instances of a deployment share
        int listenPort = wantedPort == 0 ? -1 : wantedPort;
        Queue<ServerVerticle> verticles = new ConcurrentLinkedQueue<>();
        Supplier<Verticle> instance = () -> {
            ServerVerticle verticle = new ServerVerticle(host, listenPort, frontDoor, connectionIds, clock);
            verticles.add(verticle);
            return verticle;
        };
        DeploymentOptions options = new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        deployment = await(vertx.deployVerticle(instance, options));
        for (ServerVerticle verticle : verticles) {
            if (verticle.failure() != null) {
                close();
                throw new IllegalStateException("The simulator cannot listen on " + host + ":" + wantedPort,
                        verticle.failure());
            }
            port = verticle.actualPort();
        }
    }

    private static Vertx ownVertx() {
        return Vertx.vertx(new VertxOptions()
                .setUseDaemonThread(true)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false)));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}

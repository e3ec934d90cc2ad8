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
    private final String host;
    private final FrontDoor frontDoor;
    private final Clock clock;
    private final AtomicLong connectionIds = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable String deployment;
    private volatile @Nullable HeldPort held;
    private volatile int port;

    private SimulatorServer(Vertx vertx, boolean ownsVertx, String host, FrontDoor frontDoor, Clock clock) {
        this.vertx = vertx;
        this.ownsVertx = ownsVertx;
        this.host = host;
        this.frontDoor = frontDoor;
        this.clock = clock;
    }

    static SimulatorServer start(@Nullable Vertx shared, String host, int port, FrontDoor frontDoor, Clock clock) {
        mayWait();
        return withOwnClassLoader(() -> new SimulatorServer(shared == null ? ownVertx() : shared, shared == null, host,
                frontDoor, clock).listen(port));
    }

    int port() {
        return port;
    }

    /** Closes the port and all connections; new ones are refused. */
    synchronized void refuse() {
        mayWait();
        if (held != null || deployment == null || closed.get()) {
            return;
        }
        await(vertx.undeploy(deployment));
        deployment = null;
        held = await(HeldPort.take(vertx, host, port));
    }

    /** Opens the port again. */
    synchronized void accept() {
        mayWait();
        if (held != null && !closed.get()) {
            held.release();
            held = null;
            withOwnClassLoader(() -> listen(port));
        }
    }

    /** Waits until everything is closed, except on an event loop. */
    void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (held != null) {
            held.release();
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

    private SimulatorServer listen(int wantedPort) {
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
        return this;
    }

    private static <T> T withOwnClassLoader(Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // event loops keep the context class loader of their creator, and the simulator may outlive the caller's
        thread.setContextClassLoader(SimulatorServer.class.getClassLoader());
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void mayWait() {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("Starting and stopping the simulator waits, which an event loop must not do");
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

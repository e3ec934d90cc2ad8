package io.github.quarkusclaude.runtime.auth;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.github.quarkusclaude.auth.RefreshingCredential;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Keeps credentials fresh although nobody calls. The job is there as soon as there is a credential that changes.
 */
@Singleton
public class TokenRefreshJob {

    /** What the job is called in the scheduler. */
    public static final String NAME = "quarkus-claude-token-refresh";

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude.auth");

    private static final String OFF = "off";

    private final Scheduler scheduler;
    /** Weakly: a program may make clients of its own and drop them. */
    private final Set<RefreshingCredential<?>> credentials = Collections
            .synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    TokenRefreshJob(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Keeps a credential fresh as long as somebody has it. */
    void look(RefreshingCredential<?> credential, String every) {
        credentials.add(credential);
        if (!every.strip().equalsIgnoreCase(OFF)) {
            start(every.strip());
        }
    }

    private synchronized void start(String every) {
        if (!scheduler.isStarted()) {
            LOG.debugf("The scheduler is switched off: credentials are refreshed when they are needed");
        } else if (scheduler.getScheduledJob(NAME) == null) {
            scheduler.newJob(NAME).setInterval(every).setConcurrentExecution(Scheduled.ConcurrentExecution.SKIP)
                    .setAsyncTask(execution -> maintainAll()).schedule();
        }
    }

    private Uni<Void> maintainAll() {
        List<RefreshingCredential<?>> now;
        synchronized (credentials) {
            now = List.copyOf(credentials);
        }
        return Multi.createFrom().iterable(now)
                .onItem().transformToUniAndMerge(credential -> credential.maintain()
                        .onFailure().invoke(failure -> LOG.debug("A credential could not be looked at", failure))
                        .onFailure().recoverWithNull())
                .collect().last().replaceWithVoid();
    }
}

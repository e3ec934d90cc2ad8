package io.github.quarkusclaude.catalog.rules;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;

/** Warns about a subject once, however often it comes up. Thread safe. */
public final class OneTimeWarnings {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude");

    /** Model ids and beta values come from requests: somebody may make them up without end. */
    private static final int MAX_SUBJECTS = 1_000;

    private final Set<String> subjects = ConcurrentHashMap.newKeySet();

    /** Warns, unless it has about this subject. */
    public void warn(String subject, String text) {
        if (subjects.size() < MAX_SUBJECTS && subjects.add(subject)) {
            LOG.warn(text);
        }
    }
}

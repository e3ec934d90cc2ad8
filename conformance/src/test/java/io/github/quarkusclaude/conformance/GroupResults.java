package io.github.quarkusclaude.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Counts what a run has shown of each group, and writes it down if the run was complete. */
public class GroupResults implements TestExecutionListener {

    /** How many groups there are. */
    static final int GROUPS = 18;

    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        tally(test).ifPresent(tally -> tally.add(test.isTest(), result.getStatus()));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        tally(test).ifPresent(Tally::skip);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        String directory = System.getProperty("conformance.page");
        Map<Integer, Class<?>> groups = groups();
        if (directory == null || groups.size() < GROUPS) {
            return;
        }
        Map<Integer, String> states = new TreeMap<>();
        groups.forEach((number, type) -> states.put(number, tallies.get(type.getName()).state()));
        try {
            new ConformancePage(Path.of(directory)).write(groups, states, Program.isNative());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes of which something has run, by the number of their group. */
    private Map<Integer, Class<?>> groups() {
        Map<Integer, Class<?>> groups = new TreeMap<>();
        for (String name : tallies.keySet()) {
            Class<?> type = type(name);
            groups.put(type.getAnnotation(ConformanceGroup.class).number(), type);
        }
        return groups;
    }

    private Optional<Tally> tally(TestIdentifier test) {
        return test.getSource().map(GroupResults::className)
                .filter(name -> type(name).isAnnotationPresent(ConformanceGroup.class))
                .map(name -> tallies.computeIfAbsent(name, key -> new Tally()));
    }

    private static String className(TestSource source) {
        if (source instanceof MethodSource method) {
            return method.getClassName();
        }
        return source instanceof ClassSource type ? type.getClassName() : GroupResults.class.getName();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What became of the checks of a group. */
    private static final class Tally {

        private int passed;
        private int failed;
        private int skipped;

        synchronized void add(boolean test, TestExecutionResult.Status status) {
            switch (status) {
                case FAILED -> failed++;
                case ABORTED -> skipped++;
                case SUCCESSFUL -> passed += test ? 1 : 0;
            }
        }

        synchronized void skip() {
            skipped++;
        }

        synchronized String state() {
            if (failed > 0) {
                return "failed (" + failed + " of " + (passed + failed + skipped) + " checks)";
            }
            if (passed == 0) {
                return ConformancePage.NOT_RUN;
            }
            return "passed (" + passed + " checks" + (skipped == 0 ? "" : ", " + skipped + " not run") + ")";
        }
    }
}

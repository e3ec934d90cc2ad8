package io.github.quarkusclaude.deployment.javadoc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.bootstrap.workspace.WorkspaceModule;
import io.quarkus.maven.dependency.ResolvedDependency;

/**
 * The source files that the build knows.
 *
 * @param directories where packages begin; what is found in an earlier one is not looked for in a later one
 */
record SourceFiles(List<Path> directories) {

    /**
     * Those of the application, of its tests, and of the modules built with it. Maven names modules in development and tests
     * only, so that otherwise the place of what it built must tell where they are.
     */
    static SourceFiles of(ApplicationModel model) {
        Set<Path> directories = new LinkedHashSet<>();
        addSources(model.getAppArtifact(), directories);
        model.getRuntimeDependencies().forEach(dependency -> addSources(dependency, directories));
        return new SourceFiles(directories.stream().filter(Files::isDirectory).toList());
    }

    private static void addSources(ResolvedDependency artifact, Set<Path> directories) {
        WorkspaceModule module = artifact.getWorkspaceModule();
        if (module == null) {
            artifact.getResolvedPaths().forEach(path -> addUsualSources(path, directories));
            return;
        }
        for (String classifier : new TreeSet<>(module.getSourceClassifiers())) {
            module.getSources(classifier).getSourceDirs().forEach(source -> directories.add(source.getDir()));
        }
    }

    /** @param built {@code target/classes} or the jar beside it, or anything in a repository */
    private static void addUsualSources(Path built, Set<Path> directories) {
        Path target = built.toAbsolutePath().getParent();
        Path project = target == null ? null : target.getParent();
        if (project != null && Files.exists(project.resolve("pom.xml"))) {
            directories.add(project.resolve("src/main/java"));
        }
    }

    boolean isEmpty() {
        return directories.isEmpty();
    }

    /**
     * The file that declares a class.
     *
     * @param topLevel the name of a class that is not within another
     */
    @Nullable
    Path find(String topLevel) {
        String file = topLevel.replace('.', '/') + ".java";
        return directories.stream().map(directory -> directory.resolve(file)).filter(Files::isRegularFile).findFirst()
                .orElseGet(() -> findByContent(topLevel));
    }

    /** Files may declare more classes than the one they are named after. */
    private @Nullable Path findByContent(String topLevel) {
        int dot = topLevel.lastIndexOf('.');
        String folder = topLevel.substring(0, Math.max(dot, 0)).replace('.', '/');
        Pattern declaration = Pattern
                .compile("\\b(?:class|record|enum|interface)\\s+" + Pattern.quote(topLevel.substring(dot + 1)) + "\\b");
        for (Path directory : directories) {
            try (Stream<Path> files = Files.list(directory.resolve(folder))) {
                Optional<Path> found = files.filter(file -> file.toString().endsWith(".java")).sorted()
                        .filter(file -> declaration.matcher(content(file)).find()).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (IOException e) {
                continue; // without this package
            }
        }
        return null;
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}

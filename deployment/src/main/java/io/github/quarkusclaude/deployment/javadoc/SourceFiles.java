package io.github.quarkusclaude.deployment.javadoc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.bootstrap.workspace.ArtifactSources;
import io.quarkus.bootstrap.workspace.SourceDir;
import io.quarkus.bootstrap.workspace.WorkspaceModule;

/**
 * The source files that the build knows.
 *
 * @param directories where packages begin; what is found in an earlier one is not looked for in a later one
 */
record SourceFiles(List<Path> directories) {

    /** Those of the application, of its tests, and of the modules built with it. */
    static SourceFiles of(ApplicationModel model) {
        List<WorkspaceModule> modules = new ArrayList<>();
        WorkspaceModule application = model.getApplicationModule();
        if (application != null) {
            modules.add(application);
        }
        modules.addAll(model.getWorkspaceModules());
        Set<Path> directories = new LinkedHashSet<>();
        for (WorkspaceModule module : modules) {
            for (String classifier : module.getSourceClassifiers()) {
                ArtifactSources sources = module.getSources(classifier);
                for (SourceDir source : sources.getSourceDirs()) {
                    directories.add(source.getDir());
                }
            }
        }
        return new SourceFiles(directories.stream().filter(Files::isDirectory).toList());
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

package io.github.quarkusclaude.deployment.javadoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.bootstrap.model.ApplicationModelBuilder;
import io.quarkus.bootstrap.workspace.ArtifactSources;
import io.quarkus.bootstrap.workspace.SourceDir;
import io.quarkus.bootstrap.workspace.WorkspaceModule;
import io.quarkus.bootstrap.workspace.WorkspaceModuleId;
import io.quarkus.maven.dependency.ResolvedDependencyBuilder;

/** The sources of the application, and of what is built with it, are found however it is built. */
class SourcesAreFoundTest {

    @TempDir
    Path directory;

    @Test
    void whereTheBuildNamesThem() throws IOException {
        Path main = Files.createDirectories(directory.resolve("code"));
        Path tests = Files.createDirectories(directory.resolve("checks"));
        WorkspaceModule module = WorkspaceModule.builder().setModuleId(WorkspaceModuleId.of("a", "app", "1"))
                .setModuleDir(directory)
                .addArtifactSources(ArtifactSources.main(SourceDir.of(main, directory), SourceDir.of(directory, directory)))
                .addArtifactSources(ArtifactSources.test(SourceDir.of(tests, directory), SourceDir.of(directory, directory)))
                .build();

        SourceFiles files = SourceFiles.of(new ApplicationModelBuilder()
                .setAppArtifact(artifact("app", directory.resolve("target/classes")).setWorkspaceModule(module)).build());

        assertThat(files.directories()).containsExactly(main, tests);
    }

    @Test
    void besideWhatMavenBuilt() throws IOException {
        Path application = project("app");
        Path library = project("library");
        Path repository = directory.resolve("repository/other/1");
        Files.createDirectories(repository.getParent().resolve("src/main/java"));

        SourceFiles files = SourceFiles.of(new ApplicationModelBuilder()
                .setAppArtifact(artifact("app", directory.resolve("app/target/app-1.jar")))
                .addDependency(artifact("library", directory.resolve("library/target/classes")))
                .addDependency(artifact("other", repository.resolve("other-1.jar"))).build());

        assertThat(files.directories()).containsExactlyInAnyOrder(application, library).startsWith(application);
    }

    @Test
    void nowhere() {
        SourceFiles files = SourceFiles.of(new ApplicationModelBuilder()
                .setAppArtifact(artifact("app", Path.of("/app.jar"))).build());

        assertThat(files.isEmpty()).isTrue();
        assertThat(files.find("a.B")).isNull();
    }

    private Path project(String name) throws IOException {
        Path sources = Files.createDirectories(directory.resolve(name).resolve("src/main/java"));
        Files.writeString(directory.resolve(name).resolve("pom.xml"), "<project/>");
        return sources;
    }

    private static ResolvedDependencyBuilder artifact(String name, Path path) {
        return ResolvedDependencyBuilder.newInstance().setGroupId("a").setArtifactId(name).setVersion("1").setType("jar")
                .setRuntimeCp().setResolvedPath(path);
    }
}

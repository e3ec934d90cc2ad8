package io.github.quarkusclaude.deployment.javadoc;

import org.jboss.jandex.IndexView;

import io.github.quarkusclaude.schema.Documentation;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;

/**
 * Finds the source code of the application and of the other modules it is built with.
 */
class JavadocProcessor {

    @BuildStep
    DocumentationBuildItem documentation(CurateOutcomeBuildItem outcome, CombinedIndexBuildItem index) {
        return new DocumentationBuildItem(
                documentation(SourceFiles.of(outcome.getApplicationModel()), index.getComputingIndex()));
    }

    static Documentation documentation(SourceFiles files, IndexView index) {
        // asked before a class of the compiler is loaded: a Java runtime without it can build applications as well
        boolean compiler = ModuleLayer.boot().findModule("jdk.compiler").isPresent();
        return compiler && !files.isEmpty() ? new SourceComments(index, files) : Documentation.NONE;
    }
}

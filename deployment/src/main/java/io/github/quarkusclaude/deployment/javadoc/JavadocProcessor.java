package io.github.quarkusclaude.deployment.javadoc;

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
        SourceFiles files = SourceFiles.of(outcome.getApplicationModel());
        // asked before a class of the compiler is named: a Java runtime without it can build applications as well
        boolean compiler = ModuleLayer.boot().findModule("jdk.compiler").isPresent();
        return new DocumentationBuildItem(
                compiler && !files.isEmpty() ? new SourceComments(index.getComputingIndex(), files) : Documentation.NONE);
    }
}

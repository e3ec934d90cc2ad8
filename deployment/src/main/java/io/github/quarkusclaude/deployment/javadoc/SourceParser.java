package io.github.quarkusclaude.deployment.javadoc;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;

/**
 * Parses source files with the compiler of the JDK, which looks at nothing but the file: no types are resolved.
 */
final class SourceParser {

    // what is wrong with a file was said when it was compiled
    private static final DiagnosticListener<JavaFileObject> SILENT = problem -> {
    };

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    /** The comments of all classes in a file, by binary name; none if it cannot be read. */
    Map<String, ClassComments> parse(Path file) {
        try (StandardJavaFileManager files = compiler.getStandardFileManager(SILENT, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(Writer.nullWriter(), files, SILENT, List.of("-proc:none"), null,
                    files.getJavaFileObjects(file));
            CommentReader reader = new CommentReader(DocTrees.instance(task));
            Map<String, ClassComments> comments = new HashMap<>();
            for (CompilationUnitTree unit : task.parse()) {
                comments.putAll(reader.read(unit));
            }
            return comments;
        } catch (IOException e) {
            return Map.of();
        }
    }
}

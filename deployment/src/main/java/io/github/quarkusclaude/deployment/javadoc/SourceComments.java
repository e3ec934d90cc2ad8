package io.github.quarkusclaude.deployment.javadoc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Declaration;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.schema.Documentation;

/**
 * The comments of the classes whose source files are there. A file is parsed when it is first asked for. As in Javadoc,
 * methods inherit what they do not say themselves.
 */
final class SourceComments implements Documentation {

    private final IndexView index;
    private final SourceFiles files;
    private final SourceParser parser = new SourceParser();
    private final Map<String, Map<String, ClassComments>> parsed = new ConcurrentHashMap<>();

    SourceComments(IndexView index, SourceFiles files) {
        this.index = index;
        this.files = files;
    }

    @Override
    public @Nullable String of(Declaration declaration) {
        String text = switch (declaration.kind()) {
            case CLASS -> comments(declaration.asClass()).own().text();
            case FIELD -> comments(declaration.asField().declaringClass()).field(declaration.asField().name()).text();
            case METHOD -> inherited(declaration.asMethod(), (comment, method) -> comment.textOrReturned());
            case METHOD_PARAMETER -> parameter(declaration.asMethodParameter());
            case RECORD_COMPONENT -> comments(declaration.asRecordComponent().declaringClass()).own()
                    .parameter(declaration.asRecordComponent().name());
            default -> "";
        };
        String said = text.replace(Comment.INHERITED, "").strip();
        return said.isEmpty() ? null : said;
    }

    private String parameter(MethodParameterInfo parameter) {
        return inherited(parameter.method(), (comment, method) -> {
            String name = method.parameterName(parameter.position());
            return name == null ? "" : comment.parameter(name);
        });
    }

    /** What is wanted of the comment of a method. */
    private interface Part {

        String of(Comment comment, MethodInfo method);
    }

    private String inherited(MethodInfo method, Part part) {
        String own = part.of(comments(method.declaringClass()).method(method), method);
        if (!own.isEmpty() && !own.contains(Comment.INHERITED)) {
            return own;
        }
        String inherited = "";
        for (ClassInfo parent : parents(method)) {
            for (MethodInfo candidate : parent.methods()) {
                if (inherited.isEmpty() && overrides(method, candidate)) {
                    inherited = inherited(candidate, part);
                }
            }
        }
        return own.isEmpty() ? inherited : own.replace(Comment.INHERITED, inherited);
    }

    private List<ClassInfo> parents(MethodInfo method) {
        if (method.isConstructor()) {
            return List.of();
        }
        List<DotName> names = new ArrayList<>(method.declaringClass().interfaceNames());
        if (method.declaringClass().superName() != null) {
            names.add(0, method.declaringClass().superName());
        }
        return names.stream().map(index::getClassByName).filter(found -> found != null).toList();
    }

    private static boolean overrides(MethodInfo method, MethodInfo candidate) {
        if (!candidate.name().equals(method.name()) || candidate.parametersCount() != method.parametersCount()) {
            return false;
        }
        for (int i = 0; i < method.parametersCount(); i++) {
            Type type = candidate.parameterType(i);
            if (type.kind() != Type.Kind.TYPE_VARIABLE && !type.name().equals(method.parameterType(i).name())) {
                return false;
            }
        }
        return true;
    }

    private ClassComments comments(ClassInfo type) {
        String name = type.name().toString();
        int nested = name.indexOf('$', name.lastIndexOf('.') + 1);
        return parsed.computeIfAbsent(nested < 0 ? name : name.substring(0, nested), this::parse)
                .getOrDefault(name, ClassComments.NONE);
    }

    private Map<String, ClassComments> parse(String topLevel) {
        Path file = files.find(topLevel);
        return file == null ? Map.of() : parser.parse(file);
    }
}

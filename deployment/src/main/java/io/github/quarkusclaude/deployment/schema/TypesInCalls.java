package io.github.quarkusclaude.deployment.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jboss.jandex.ArrayType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.PrimitiveType;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

import io.quarkus.gizmo.Gizmo;

/**
 * Finds the types that calls such as {@code claude.generate(prompt, Recipe.class)} name, wherever the class stands among the
 * arguments.
 */
final class TypesInCalls {

    private static final String CLASS = "java/lang/Class";

    private final IndexView index;
    private final ClassLoader loader;

    TypesInCalls(IndexView index, ClassLoader loader) {
        this.index = index;
        this.loader = loader;
    }

    /** The types named in calls of these methods, by the class that has them. */
    Collection<Type> of(Map<Class<?>, Set<String>> methods) {
        Map<String, Set<String>> names = methods.entrySet().stream()
                .collect(Collectors.toMap(owner -> owner.getKey().getName().replace('.', '/'), Map.Entry::getValue));
        Set<DotName> callers = new TreeSet<>();
        methods.keySet().forEach(owner -> index.getKnownUsers(owner).stream().map(ClassInfo::name).forEach(callers::add));
        Map<String, Type> found = new TreeMap<>();
        for (DotName caller : callers) {
            read(caller, call -> names.getOrDefault(call.owner, Set.of()).contains(call.name), found);
        }
        return found.values();
    }

    private void read(DotName caller, Predicate<MethodInsnNode> wanted, Map<String, Type> found) {
        ClassNode node = load(caller);
        if (node == null) {
            return;
        }
        for (MethodNode method : node.methods) {
            List<MethodInsnNode> calls = Arrays.stream(method.instructions.toArray())
                    .filter(MethodInsnNode.class::isInstance).map(MethodInsnNode.class::cast)
                    .filter(call -> wanted.test(call) && classArgument(call) >= 0).toList();
            if (!calls.isEmpty()) {
                Frame<SourceValue>[] frames = frames(node, method);
                calls.forEach(call -> collect(call, frames[method.instructions.indexOf(call)], found));
            }
        }
    }

    private @Nullable ClassNode load(DotName caller) {
        try (InputStream bytes = loader.getResourceAsStream(caller.toString().replace('.', '/') + ".class")) {
            if (bytes == null) {
                return null;
            }
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException("The class " + caller + " cannot be read", e);
        }
    }

    /** Where the values on the stack come from, before each instruction. */
    private static Frame<SourceValue>[] frames(ClassNode node, MethodNode method) {
        try {
            return new Analyzer<>(new Sources()).analyze(node.name, method);
        } catch (AnalyzerException e) {
            throw new IllegalStateException("The method " + method.name + " of " + node.name + " cannot be read", e);
        }
    }

    private static final class Sources extends SourceInterpreter {

        Sources() {
            super(Gizmo.ASM_API_VERSION);
        }

        @Override
        public SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
            return instruction.getOpcode() == Opcodes.CHECKCAST ? value
                    : super.unaryOperation(instruction, value);
        }
    }

    /** Which argument is the class, counted from the last; negative if none is. */
    private static int classArgument(MethodInsnNode call) {
        org.objectweb.asm.Type[] arguments = org.objectweb.asm.Type.getArgumentTypes(call.desc);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].getSort() == org.objectweb.asm.Type.OBJECT && arguments[i].getInternalName().equals(CLASS)) {
                return arguments.length - 1 - i;
            }
        }
        return -1;
    }

    /** @param frame absent where the code is never reached */
    private static void collect(MethodInsnNode call, @Nullable Frame<SourceValue> frame, Map<String, Type> found) {
        if (frame == null) {
            return;
        }
        for (AbstractInsnNode source : frame.getStack(frame.getStackSize() - 1 - classArgument(call)).insns) {
            if (source instanceof LdcInsnNode constant && constant.cst instanceof org.objectweb.asm.Type named) {
                Type type = type(named);
                found.put(type.name().toString(), type);
            }
        }
    }

    private static Type type(org.objectweb.asm.Type type) {
        return switch (type.getSort()) {
            case org.objectweb.asm.Type.ARRAY -> ArrayType.create(type(type.getElementType()), type.getDimensions());
            case org.objectweb.asm.Type.OBJECT -> ClassType.create(DotName.createSimple(type.getClassName()));
            default -> PrimitiveType.create(DotName.createSimple(type.getClassName()), Type.Kind.PRIMITIVE);
        };
    }
}

package io.github.quarkusclaude.deployment.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jboss.jandex.ArrayType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.PrimitiveType;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.schema.StructuredOutputs;
import io.quarkus.gizmo.Gizmo;

/**
 * Finds the types that calls such as {@code claude.generate(prompt, Recipe.class)} name. The class is the last argument, so
 * the instruction that loads it stands right before the call.
 */
final class OutputTypeCalls {

    private static final Map<String, String> METHODS = Map.of(
            ClaudeClient.class.getName().replace('.', '/'), "generate",
            ReactiveClaudeClient.class.getName().replace('.', '/'), "generate",
            StructuredOutputs.class.getName().replace('.', '/'), "of");

    private final IndexView index;
    private final ClassLoader loader;
    private final Map<String, Type> found = new TreeMap<>();

    OutputTypeCalls(IndexView index, ClassLoader loader) {
        this.index = index;
        this.loader = loader;
    }

    Iterable<Type> types() {
        Set<DotName> callers = new TreeSet<>();
        for (Class<?> callee : new Class<?>[] { ClaudeClient.class, ReactiveClaudeClient.class, StructuredOutputs.class }) {
            index.getKnownUsers(callee).stream().map(ClassInfo::name).forEach(callers::add);
        }
        callers.forEach(this::read);
        return found.values();
    }

    private void read(DotName caller) {
        try (InputStream bytes = loader.getResourceAsStream(caller.toString().replace('.', '/') + ".class")) {
            if (bytes != null) {
                new ClassReader(bytes).accept(new Methods(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The class " + caller + " cannot be read", e);
        }
    }

    private final class Methods extends ClassVisitor {

        Methods() {
            super(Gizmo.ASM_API_VERSION);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
                String @Nullable [] exceptions) {
            return new Calls();
        }
    }

    private final class Calls extends MethodVisitor {

        private org.objectweb.asm.@Nullable Type loaded;

        Calls() {
            super(Gizmo.ASM_API_VERSION);
        }

        @Override
        public void visitLdcInsn(Object value) {
            loaded = value instanceof org.objectweb.asm.Type type ? type : null;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (loaded != null && name.equals(METHODS.get(owner)) && descriptor.contains("Ljava/lang/Class;)")) {
                Type type = type(loaded);
                found.put(type.name().toString(), type);
            }
            loaded = null;
        }

        @Override
        public void visitInsn(int opcode) {
            loaded = null;
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            loaded = null;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            loaded = null;
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            loaded = opcode == Opcodes.CHECKCAST ? loaded : null;
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

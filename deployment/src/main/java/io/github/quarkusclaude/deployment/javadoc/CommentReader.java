package io.github.quarkusclaude.deployment.javadoc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;

/**
 * Reads the comments of a parsed source file.
 */
final class CommentReader {

    private final DocTrees trees;

    CommentReader(DocTrees trees) {
        this.trees = trees;
    }

    /** The comments of the classes in the file, by binary name. */
    Map<String, ClassComments> read(CompilationUnitTree unit) {
        String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        Map<String, ClassComments> found = new HashMap<>();
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree) {
                read(new TreePath(new TreePath(unit), type), prefix, found);
            }
        }
        return found;
    }

    private void read(TreePath path, String prefix, Map<String, ClassComments> found) {
        ClassTree type = (ClassTree) path.getLeaf();
        String name = prefix + type.getSimpleName();
        Map<String, Comment> fields = new HashMap<>();
        List<MethodComment> methods = new ArrayList<>();
        for (Tree member : type.getMembers()) {
            TreePath memberPath = new TreePath(path, member);
            if (member instanceof ClassTree) {
                read(memberPath, name + "$", found);
            } else if (member instanceof VariableTree field) {
                fields.put(field.getName().toString(), comment(memberPath));
            } else if (member instanceof MethodTree method) {
                List<String> types = method.getParameters().stream().map(parameter -> erased(parameter.getType())).toList();
                methods.add(new MethodComment(method.getName().toString(), types, comment(memberPath)));
            }
        }
        found.put(name, new ClassComments(comment(path), fields, methods));
    }

    private static String erased(Tree type) {
        if (type instanceof AnnotatedTypeTree annotated) {
            return erased(annotated.getUnderlyingType());
        }
        if (type instanceof ParameterizedTypeTree parameterized) {
            return erased(parameterized.getType());
        }
        if (type instanceof ArrayTypeTree array) {
            return erased(array.getType()) + "[]";
        }
        if (type instanceof MemberSelectTree selected) {
            return erased(selected.getExpression()) + "." + selected.getIdentifier();
        }
        return type.toString();
    }

    private Comment comment(TreePath path) {
        DocCommentTree comment = trees.getDocCommentTree(path);
        if (comment == null) {
            return Comment.NONE;
        }
        Map<String, String> parameters = new HashMap<>();
        String returned = "";
        for (DocTree tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree parameter && !parameter.isTypeParameter()) {
                parameters.put(parameter.getName().toString(), PlainText.of(parameter.getDescription(), trees));
            } else if (tag instanceof ReturnTree result) {
                returned = PlainText.of(result.getDescription(), trees);
            }
        }
        return new Comment(PlainText.of(comment.getFullBody(), trees), parameters, returned);
    }
}

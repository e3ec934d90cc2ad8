package io.github.quarkusclaude.deployment.javadoc;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.source.doctree.CommentTree;
import com.sun.source.doctree.DocRootTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.IndexTree;
import com.sun.source.doctree.InheritDocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.SummaryTree;
import com.sun.source.doctree.SystemPropertyTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SimpleDocTreeVisitor;

/**
 * Makes plain text of a comment: what one reads in the generated documentation, without its looks.
 */
final class PlainText extends SimpleDocTreeVisitor<Void, Void> {

    private static final Set<String> BLOCKS = Set.of("p", "br", "hr", "div", "ul", "ol", "dl", "dt", "dd", "table", "caption",
            "tr", "blockquote", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:\\p{Ll}\\w*\\.)+(?=\\p{Lu})");
    private static final Pattern SNIPPET = Pattern.compile("\\{@snippet\\b[^:]*(?::(.*))?}", Pattern.DOTALL);
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s*(.*)}", Pattern.DOTALL);

    private final DocTrees trees;
    private final TextFlow flow = new TextFlow();

    private PlainText(DocTrees trees) {
        this.trees = trees;
    }

    static String of(List<? extends DocTree> body, DocTrees trees) {
        PlainText text = new PlainText(trees);
        text.visit(body, null);
        return text.flow.toString();
    }

    @Override
    public Void visitText(TextTree text, Void unused) {
        return add(text.getBody());
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void unused) {
        return add(literal.getBody().getBody());
    }

    @Override
    public Void visitEntity(EntityTree entity, Void unused) {
        String characters = trees.getCharacters(entity);
        return add(characters == null ? entity.toString() : characters);
    }

    @Override
    public Void visitLink(LinkTree link, Void unused) {
        return link.getLabel().isEmpty() ? refer(link.getReference()) : visit(link.getLabel(), null);
    }

    @Override
    public Void visitValue(ValueTree value, Void unused) {
        return value.getReference() == null ? null : refer(value.getReference());
    }

    /** What generated documentation shows of a reference without a label. */
    private Void refer(ReferenceTree reference) {
        String signature = PACKAGE.matcher(reference.getSignature()).replaceAll("");
        return add((signature.startsWith("#") ? signature.substring(1) : signature).replace('#', '.'));
    }

    @Override
    public Void visitInheritDoc(InheritDocTree inherited, Void unused) {
        return add(Comment.INHERITED);
    }

    @Override
    public Void visitReturn(ReturnTree result, Void unused) {
        add("Returns ");
        visit(result.getDescription(), null);
        return add(".");
    }

    @Override
    public Void visitSummary(SummaryTree summary, Void unused) {
        return visit(summary.getSummary(), null);
    }

    @Override
    public Void visitIndex(IndexTree index, Void unused) {
        return visit(index.getSearchTerm(), null);
    }

    @Override
    public Void visitSystemProperty(SystemPropertyTree property, Void unused) {
        return add(property.getPropertyName().toString());
    }

    @Override
    public Void visitComment(CommentTree comment, Void unused) {
        return null;
    }

    @Override
    public Void visitDocRoot(DocRootTree root, Void unused) {
        return null;
    }

    @Override
    public Void visitStartElement(StartElementTree element, Void unused) {
        String name = element.getName().toString().toLowerCase(Locale.ROOT);
        if (name.equals("li")) {
            flow.item();
        } else if (name.equals("pre")) {
            flow.keep();
        } else {
            separate(name);
        }
        return null;
    }

    @Override
    public Void visitEndElement(EndElementTree element, Void unused) {
        String name = element.getName().toString().toLowerCase(Locale.ROOT);
        if (name.equals("pre")) {
            flow.keepNoMore();
        } else {
            separate(name);
        }
        return null;
    }

    private void separate(String element) {
        if (BLOCKS.contains(element)) {
            flow.line();
        } else if (CELLS.contains(element)) {
            flow.space();
        }
    }

    /** What newer compilers know besides, and what is not well-formed, as it is written; other tags by their content. */
    @Override
    protected Void defaultAction(DocTree other, Void unused) {
        String source = other.toString();
        Matcher snippet = SNIPPET.matcher(source);
        if (snippet.matches()) {
            flow.keep();
            flow.add(snippet.group(1) == null ? "" : snippet.group(1));
            flow.keepNoMore();
        } else if (other.getKind().name().equals("MARKDOWN")) {
            addLines(source);
        } else {
            add(INLINE_TAG.matcher(source).replaceFirst("$1"));
        }
        return null;
    }

    /** In Markdown the lines tell paragraphs and items of lists apart. */
    private void addLines(String markdown) {
        String separator = "";
        for (String line : markdown.split("\n", -1)) {
            if (!separator.isEmpty()) {
                flow.line();
            }
            flow.add(line);
            separator = "\n";
        }
    }

    private Void add(String text) {
        flow.add(text);
        return null;
    }
}

package io.github.quarkusclaude.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * A document: a PDF of at most 24 MB, a plain text, or content of one's own.
 * <p>
 * All factories that take content throw an {@link io.github.quarkusclaude.error.InvalidAttachmentException} if Claude does
 * not take it; only those that take a {@link Source} look at nothing. How many pages a PDF may have depends on the model:
 * 600 with a million tokens of context, 100 with less. The API counts them; a PDF that seems to have more is warned about.
 *
 * @param source where the document is
 * @param title its title, shown to the model
 * @param context what the model should know about it; not cited from
 * @param citations whether the answer may cite it; it does not by default
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record DocumentBlock(@Nullable Source source, @Nullable String title, @Nullable String context,
        @Nullable CitationsConfig citations, @Nullable CacheControl cacheControl,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "document";

    public DocumentBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A document from a source. */
    public static DocumentBlock of(Source source) {
        return new DocumentBlock(source, null, null, null, null, Map.of());
    }

    /** A document from a source, with a title. */
    public static DocumentBlock of(Source source, String title) {
        return new DocumentBlock(source, title, null, null, null, Map.of());
    }

    /** A PDF from its bytes. */
    public static DocumentBlock of(byte[] content) {
        return of(content, "The document");
    }

    /**
     * A PDF from its bytes.
     *
     * @param name what to call the document in exceptions, for instance the name under which it was uploaded. The model
     *        does not see it; see {@link #withTitle}
     */
    public static DocumentBlock of(byte[] content, String name) {
        return of(new Attachment(name, content).pdf());
    }

    /**
     * A PDF or a plain text from its bytes.
     *
     * @param name what to call the document in exceptions
     * @param contentType the content type it came with, such as {@code text/plain; charset=utf-8}; what is no plain text
     *        must be a PDF, whatever it is declared to be
     */
    public static DocumentBlock of(byte[] content, String name, String contentType) {
        return of(new Attachment(name, content).document(DeclaredType.of(contentType, name)));
    }

    /**
     * A PDF from a file, which is read now. Not on an event loop.
     *
     * @throws io.github.quarkusclaude.error.InvalidAttachmentException if it cannot be read, or is not a PDF
     */
    public static DocumentBlock of(Path file) {
        return of(AttachmentReader.read(file).pdf());
    }

    /** A PDF from a stream, which is read to its end but not closed. */
    public static DocumentBlock of(InputStream content) {
        return of(AttachmentReader.read(content, "The document").pdf());
    }

    /** A PDF or a plain text from a data URI ({@code data:application/pdf;base64,…}, {@code data:text/plain,…}). */
    public static DocumentBlock ofDataUri(String uri) {
        DataUri data = DataUri.of(uri);
        return of(data.attachment().document(data.declared()));
    }

    /**
     * A PDF that the API fetches from an {@code https} or {@code http} address. It is not looked at here. For addresses
     * that only this application can reach, use {@link io.github.quarkusclaude.attachment.AttachmentDownloader}.
     */
    public static DocumentBlock ofUrl(String url) {
        return of(AttachmentAddress.url(url));
    }

    /** A document uploaded before, by the id of the file. */
    public static DocumentBlock ofFile(String fileId) {
        return of(AttachmentAddress.file(fileId));
    }

    /** A document of plain text. */
    public static DocumentBlock ofText(String text) {
        return of(Attachment.text("The text", text));
    }

    /** A document of plain text from a file in UTF-8, which is read now. Not on an event loop. */
    public static DocumentBlock ofText(Path file) {
        return of(AttachmentReader.read(file).text(StandardCharsets.UTF_8));
    }

    /** This document with a title, which the model sees and citations name. */
    public DocumentBlock withTitle(String title) {
        return new DocumentBlock(source, title, context, citations, cacheControl, additionalFields);
    }

    /** This document, to be cited: {@link Message#citations()} tells where. Not together with an output format. */
    public DocumentBlock withCitations() {
        return new DocumentBlock(source, title, context, CitationsConfig.ENABLED, cacheControl, additionalFields);
    }

    /** This document with something the model should know about it. */
    public DocumentBlock withContext(String context) {
        return new DocumentBlock(source, title, context, citations, cacheControl, additionalFields);
    }

    /** This block with a prompt cache breakpoint. */
    public DocumentBlock withCacheControl(CacheControl cacheControl) {
        return new DocumentBlock(source, title, context, citations, cacheControl, additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static DocumentBlock read(FieldReader fields) throws IOException {
        Source source = null;
        String title = null;
        String context = null;
        CitationsConfig citations = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "source" -> source = fields.object(Source::readFrom);
                case "title" -> title = fields.text();
                case "context" -> context = fields.text();
                case "citations" -> citations = fields.object(CitationsConfig::readFrom);
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new DocumentBlock(source, title, context, citations, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("source", source)
                .field("title", title)
                .field("context", context)
                .field("citations", citations)
                .field("cache_control", cacheControl).end();
    }
}

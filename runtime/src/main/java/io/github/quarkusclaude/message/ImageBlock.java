package io.github.quarkusclaude.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * An image: PNG, JPEG, GIF or WebP, of at most 8000 x 8000 pixels and 24 MB.
 * <p>
 * What an image is, is told by its content. Its name and the type it is declared to have do not matter. All factories
 * that take content throw an {@link io.github.quarkusclaude.error.InvalidAttachmentException} if Claude does not take it;
 * only {@link #of(Source)} looks at nothing.
 *
 * @param source where the image is
 * @param transformations what the API does with it before the model sees it
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record ImageBlock(@Nullable Source source, @Nullable ImageTransformations transformations,
        @Nullable CacheControl cacheControl,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "image";

    public ImageBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** An image from a source. */
    public static ImageBlock of(Source source) {
        return new ImageBlock(source, null, null, Map.of());
    }

    /** An image from its bytes. */
    public static ImageBlock of(byte[] content) {
        return of(content, "The image");
    }

    /**
     * An image from its bytes.
     *
     * @param name what to call the image in exceptions, for instance the name under which it was uploaded
     */
    public static ImageBlock of(byte[] content, String name) {
        return of(new Attachment(name, content).image());
    }

    /**
     * An image from a file, which is read now. Not on an event loop.
     *
     * @throws io.github.quarkusclaude.error.InvalidAttachmentException if it cannot be read, or Claude does not take it
     */
    public static ImageBlock of(Path file) {
        return of(AttachmentReader.read(file).image());
    }

    /** An image from a stream, which is read to its end but not closed. */
    public static ImageBlock of(InputStream content) {
        return of(AttachmentReader.read(content, "The image").image());
    }

    /** An image from a data URI ({@code data:image/png;base64,…}). */
    public static ImageBlock ofDataUri(String uri) {
        return of(DataUri.of(uri).attachment().image());
    }

    /**
     * An image that the API fetches from an {@code https} or {@code http} address. It is not looked at here. For
     * addresses that only this application can reach, use
     * {@link io.github.quarkusclaude.attachment.AttachmentDownloader}.
     */
    public static ImageBlock ofUrl(String url) {
        return of(AttachmentAddress.url(url));
    }

    /** An image uploaded before, by the id of the file. */
    public static ImageBlock ofFile(String fileId) {
        return of(AttachmentAddress.file(fileId));
    }

    /** This image, made smaller by the API or refused if it is too large. */
    public ImageBlock withTransformations(ImageTransformations transformations) {
        return new ImageBlock(source, transformations, cacheControl, additionalFields);
    }

    /** This block with a prompt cache breakpoint. */
    public ImageBlock withCacheControl(CacheControl cacheControl) {
        return new ImageBlock(source, transformations, cacheControl, additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static ImageBlock read(FieldReader fields) throws IOException {
        Source source = null;
        ImageTransformations transformations = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "source" -> source = fields.object(Source::readFrom);
                case "transformations" -> transformations = fields.object(ImageTransformations::readFrom);
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new ImageBlock(source, transformations, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).field("source", source).field("transformations", transformations)
                .field("cache_control", cacheControl).end();
    }
}

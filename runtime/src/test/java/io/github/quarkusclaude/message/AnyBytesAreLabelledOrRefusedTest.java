package io.github.quarkusclaude.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;

import io.github.quarkusclaude.error.InvalidAttachmentException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an application is handed, the outcome is one of two: a block with a media type of the API, or a refusal. */
class AnyBytesAreLabelledOrRefusedTest {

    private static final Set<String> IMAGES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    @Property
    void onAnyBytes(@ForAll byte[] content) {
        check(content);
    }

    @Property(tries = 5000)
    void onDamagedFiles(@ForAll("damaged") byte[] content) {
        check(content);
    }

    /** Real files, cut off somewhere, with a few bytes changed. */
    @Provide
    Arbitrary<byte[]> damaged() {
        Arbitrary<byte[]> file = Arbitraries.of(SampleFiles.png(), SampleFiles.image("jpeg", 20, 20),
                SampleFiles.image("gif", 9, 9), SampleFiles.lossyWebp(5, 5), SampleFiles.losslessWebp(5, 5),
                SampleFiles.extendedWebp(5, 5), SampleFiles.pdf(3));
        Arbitrary<Integer> any = Arbitraries.integers().greaterOrEqual(0);
        return Combinators.combine(file, any, any, any, Arbitraries.bytes()).as((content, length, first, second, value) -> {
            byte[] damaged = Arrays.copyOf(content, length % (content.length + 1));
            if (damaged.length > 0) {
                damaged[first % damaged.length] = value;
                damaged[second % damaged.length] = (byte) (value + 1);
            }
            return damaged;
        });
    }

    private static void check(byte[] content) {
        Source image = orRefused(() -> ImageBlock.of(content, "file.bin").source());
        Source document = orRefused(() -> DocumentBlock.of(content, "file.bin").source());

        assertThat(image == null || IMAGES.contains(image.mediaType())).isTrue();
        assertThat(document == null || "application/pdf".equals(document.mediaType())).isTrue();
        assertThat(image == null || document == null).isTrue();
    }

    private static Source orRefused(Supplier<Source> block) {
        try {
            return block.get();
        } catch (InvalidAttachmentException e) {
            assertThat(e).hasMessageStartingWith("file.bin ");
            return null;
        }
    }
}

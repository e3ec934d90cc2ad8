package io.github.quarkusclaude.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Images are not too large, less so where there are many; those that must not be made smaller do not need to be. */
final class ImageSizesCheck implements RequestCheck {

    private static final int LONGEST_SIDE = 8000;
    private static final int MANY = 20;
    private static final int LONGEST_SIDE_OF_MANY = 2000;
    /** Claude 4.7, the first that looks at images of this size. */
    private static final String SHARPER_SINCE = "2026-04-16";
    private static final int SEEN = 1568;
    private static final int SEEN_SHARPLY = 2576;
    /** More than usually comes before the size in a JPEG. */
    private static final int HEADER_BYTES = 3 * 1024 * 1024;

    private final SourceBytes sources;

    ImageSizesCheck(SourceBytes sources) {
        this.sources = sources;
    }

    @Override
    public void check(MessagesRequest request) {
        List<Located> images = request.allBlocks().stream().filter(block -> Turn.type(block).equals("image")).toList();
        int most = images.size() > MANY ? LONGEST_SIDE_OF_MANY : LONGEST_SIDE;
        int seen = isBefore(SHARPER_SINCE, request.model()) ? SEEN : SEEN_SHARPLY;
        Map<Integer, ArrayNode> tooLarge = new LinkedHashMap<>();
        for (Located image : images) {
            boolean kept = image.node().at("/transformations/oversized_image").asText().equals("error");
            int limit = kept ? Math.min(most, seen) : most;
            ImageSize.of(sources.read(image.node().path("source"), HEADER_BYTES))
                    .filter(size -> size.longEdge() > limit)
                    .ifPresent(size -> tooLarge.computeIfAbsent(limit, any -> JsonNodeFactory.instance.arrayNode())
                            .add(image.path()));
        }
        tooLarge.forEach((limit, paths) -> refuse(limit, paths, images.size() > MANY));
    }

    /** False if it is not known when the model was released. */
    private static boolean isBefore(String day, Model model) {
        String released = model.data().at("/lifecycle/released").asText(day);
        return released.compareTo(day) < 0;
    }

    private static void refuse(int limit, ArrayNode paths, boolean many) {
        throw new ApiException(ApiError
                .invalid(paths.get(0).asText() + ": the image has more than " + limit + " pixels on a side, which is the limit"
                        + (many ? " where there are more than " + MANY + " images" : ""))
                .coded("image_dimensions_too_large")
                .detailed("max_side_length_pixels", IntNode.valueOf(limit))
                .detailed("paths", paths));
    }
}

package io.github.quarkusclaude.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.MalformedJsonException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.RawBlock;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.ThinkingBlock;
import io.github.quarkusclaude.message.ToolUseBlock;

/**
 * Makes one content block of what it began with and its deltas.
 */
final class BlockAccumulator {

    private static final String COMPACTION_DELTA = "compaction_delta";

    private final ContentBlock start;
    private final StringBuilder appended = new StringBuilder();
    private @Nullable String signature;
    private @Nullable List<RawJson> citations;
    private ContentBlock raw;
    private @Nullable ContentBlock built;

    BlockAccumulator(ContentBlock start) {
        this.start = start;
        this.raw = start;
    }

    void accept(@Nullable Delta delta) {
        built = null;
        if (delta instanceof Delta.TextDelta text) {
            appended.append(text.text());
        } else if (delta instanceof Delta.InputJsonDelta json) {
            appended.append(json.partialJson());
        } else if (delta instanceof Delta.ThinkingDelta thinking) {
            appended.append(thinking.thinking());
        } else if (delta instanceof Delta.SignatureDelta signed) {
            signature = signed.signature();
        } else if (delta instanceof Delta.CitationsDelta citation) {
            cite(citation.citation());
        } else if (delta instanceof Delta.RawDelta unknown && COMPACTION_DELTA.equals(unknown.type())
                && raw instanceof RawBlock block) {
            raw = compact(block, unknown);
        }
    }

    void stop() {
        built = build();
    }

    ContentBlock build() {
        if (built != null) {
            return built;
        }
        if (start instanceof TextBlock text) {
            return new TextBlock(text.text() + appended, citations == null ? text.citations() : citations,
                    text.cacheControl(), text.additionalFields());
        }
        if (start instanceof ThinkingBlock thinking) {
            return new ThinkingBlock(thinking.thinking() + appended, signature == null ? thinking.signature() : signature,
                    thinking.additionalFields());
        }
        if (start instanceof ToolUseBlock toolUse) {
            RawJson input = input();
            return input == null ? toolUse : toolUse.withInput(input);
        }
        if (raw instanceof RawBlock block) {
            RawJson input = input();
            return input == null ? block : block.withField("input", input);
        }
        return start;
    }

    private void cite(RawJson citation) {
        if (citations == null) {
            citations = new ArrayList<>();
            if (start instanceof TextBlock text && text.citations() != null) {
                citations.addAll(text.citations());
            }
        }
        citations.add(citation);
    }

    /** The arguments; {@code null} if there are none, or if they were cut off and are no JSON. */
    private @Nullable RawJson input() {
        if (appended.isEmpty()) {
            return null;
        }
        try {
            return RawJson.of(appended.toString());
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    /** A compaction delta carries fields of its block: the text grows, the others are set; {@code null} says nothing. */
    private static RawBlock compact(RawBlock block, Delta.RawDelta delta) {
        RawBlock compacted = block;
        for (Map.Entry<String, RawJson> field : delta.additionalFields().entrySet()) {
            RawJson value = field.getValue();
            if (!value.equals(RawJson.NULL)) {
                boolean grows = field.getKey().equals("content") && value.tree().isTextual();
                RawJson before = grows ? compacted.field("content") : null;
                compacted = compacted.withField(field.getKey(), before == null || !before.tree().isTextual() ? value
                        : RawJson.from(before.tree().textValue() + value.tree().textValue()));
            }
        }
        return compacted;
    }
}

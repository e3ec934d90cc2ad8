package io.github.quarkusclaude.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.MalformedJsonException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Citation;
import io.github.quarkusclaude.message.CompactionBlock;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.McpToolUseBlock;
import io.github.quarkusclaude.message.RawBlock;
import io.github.quarkusclaude.message.ServerToolUseBlock;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.ThinkingBlock;
import io.github.quarkusclaude.message.ToolUseBlock;

/**
 * Makes one content block of what it began with and its deltas.
 */
final class BlockAccumulator {

    private ContentBlock start;
    private final StringBuilder appended = new StringBuilder();
    private @Nullable String signature;
    private @Nullable List<Citation> citations;
    private @Nullable ContentBlock built;
    private boolean malformedInput;

    BlockAccumulator(ContentBlock start) {
        this.start = start;
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
        } else if (delta instanceof Delta.CompactionDelta compaction && start instanceof CompactionBlock block) {
            start = compact(block, compaction);
        }
    }

    void stop() {
        built = build();
    }

    /** Whether the block is complete and its arguments are no JSON. */
    boolean hasMalformedInput() {
        return built != null && malformedInput;
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
        RawJson input = input();
        if (input == null) {
            return start;
        }
        if (start instanceof ToolUseBlock toolUse) {
            return toolUse.withInput(input);
        }
        if (start instanceof ServerToolUseBlock toolUse) {
            return toolUse.withInput(input);
        }
        if (start instanceof McpToolUseBlock toolUse) {
            return toolUse.withInput(input);
        }
        if (start instanceof RawBlock block) {
            return block.withField("input", input);
        }
        return start;
    }

    private void cite(Citation citation) {
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
        malformedInput = false;
        if (appended.isEmpty()) {
            return null;
        }
        try {
            return RawJson.of(appended.toString());
        } catch (MalformedJsonException e) {
            malformedInput = true;
            return null;
        }
    }

    /** The text grows, everything else is set; what is absent or {@code null} says nothing. */
    private static CompactionBlock compact(CompactionBlock block, Delta.CompactionDelta delta) {
        String before = block.content() == null ? "" : block.content();
        Map<String, RawJson> additional = new LinkedHashMap<>(block.additionalFields());
        delta.additionalFields().forEach((name, value) -> {
            if (!value.equals(RawJson.NULL)) {
                additional.put(name, value);
            }
        });
        return new CompactionBlock(delta.content() == null ? block.content() : before + delta.content(),
                or(delta.encryptedContent(), block.encryptedContent()), or(delta.signature(), block.signature()),
                or(delta.toolChanges(), block.toolChanges()), block.cacheControl(), additional);
    }

    private static <T> @Nullable T or(@Nullable T later, @Nullable T before) {
        return later == null ? before : later;
    }
}

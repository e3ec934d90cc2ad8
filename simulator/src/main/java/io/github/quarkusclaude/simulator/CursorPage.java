package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A page of a list in the style of the API that names the next page by an opaque cursor.
 *
 * @param after the id of the last item of the page before; null for the first page
 */
record CursorPage(int limit, @Nullable String after) {

    static CursorPage requested(Exchange exchange) {
        return new CursorPage(IdPage.limit(exchange), exchange.query("page").stream().findFirst().map(CursorPage::decode)
                .orElse(null));
    }

    ObjectNode of(List<ObjectNode> items) {
        int start = after == null ? 0 : after(items);
        int end = Math.min(items.size(), start + limit);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("data").addAll(items.subList(start, end));
        answer.put("next_page", end < items.size() ? encode(id(items.get(end - 1))) : null);
        return answer;
    }

    private int after(List<ObjectNode> items) {
        for (int i = 0; i < items.size(); i++) {
            if (id(items.get(i)).equals(after)) {
                return i + 1;
            }
        }
        throw refusal();
    }

    private static String id(ObjectNode item) {
        return item.path("id").asText();
    }

    private static String encode(String id) {
        return "page_" + Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            if (cursor.startsWith("page_")) {
                return new String(Base64.getUrlDecoder().decode(cursor.substring(5)), StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException e) {
            // answered below like any other text that is no cursor
        }
        throw refusal();
    }

    private static ApiException refusal() {
        return new ApiException(ApiError.invalid("page: is no cursor that a page of this list ended with"));
    }
}

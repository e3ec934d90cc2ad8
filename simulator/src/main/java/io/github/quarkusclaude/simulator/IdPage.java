package io.github.quarkusclaude.simulator;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A page of a list in the style of the API that names its neighbours by id. */
record IdPage(int limit, @Nullable String afterId, @Nullable String beforeId) {

    private static final int USUAL_LIMIT = 20;
    private static final int HIGHEST_LIMIT = 1000;

    static IdPage requested(Exchange exchange) {
        String afterId = exchange.query("after_id").stream().findFirst().orElse(null);
        String beforeId = exchange.query("before_id").stream().findFirst().orElse(null);
        if (afterId != null && beforeId != null) {
            throw new ApiException(ApiError.invalid("before_id: cannot be combined with after_id"));
        }
        return new IdPage(limit(exchange), afterId, beforeId);
    }

    /** How many items a page of either style is to have at most. */
    static int limit(Exchange exchange) {
        return exchange.query("limit").stream().findFirst().map(IdPage::limit).orElse(USUAL_LIMIT);
    }

    ObjectNode of(List<ObjectNode> items) {
        int start = afterId == null ? 0 : position("after_id", afterId, items) + 1;
        int end = Math.min(items.size(), start + limit);
        boolean more = end < items.size();
        if (beforeId != null) {
            end = position("before_id", beforeId, items);
            start = Math.max(0, end - limit);
            more = start > 0;
        }
        List<ObjectNode> page = items.subList(start, end);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("data").addAll(page);
        answer.put("has_more", more);
        answer.put("first_id", page.isEmpty() ? null : id(page.get(0)));
        answer.put("last_id", page.isEmpty() ? null : id(page.get(page.size() - 1)));
        return answer;
    }

    private static int position(String parameter, String wanted, List<ObjectNode> items) {
        for (int i = 0; i < items.size(); i++) {
            if (id(items.get(i)).equals(wanted)) {
                return i;
            }
        }
        throw new ApiException(ApiError.invalid(parameter + ": \"" + wanted + "\" is not in the list"));
    }

    private static String id(ObjectNode item) {
        return item.path("id").asText();
    }

    private static int limit(String value) {
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= HIGHEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // answered below like a number that is out of range
        }
        throw new ApiException(ApiError.invalid("limit: must be a number from 1 to " + HIGHEST_LIMIT));
    }
}

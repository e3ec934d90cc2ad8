package io.github.quarkusclaude.transport;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.JsonReader;

/**
 * One page of a list, in either style of the API: the next page begins behind an id, or has a name of its own.
 *
 * @param items what is on it, possibly nothing although more pages follow
 * @param next where the next page is; absent on the last one
 */
record ListPage<T>(List<T> items, @Nullable Cursor next) {

    /** Where a page begins: behind an id, or at a name the API gave it. Both absent for the first one. */
    record Cursor(@Nullable String afterId, @Nullable String page) {

        static final Cursor START = new Cursor(null, null);
    }

    static <T> ApiJson.Decoder<ListPage<T>> of(ApiJson.Decoder<T> item) {
        return json -> readFrom(json, item);
    }

    private static <T> ListPage<T> readFrom(JsonReader json, ApiJson.Decoder<T> item) throws IOException {
        FieldReader fields = FieldReader.open(json);
        List<T> items = null;
        Boolean hasMore = null;
        String lastId = null;
        String nextPage = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "data" -> items = fields.list(item);
                case "has_more" -> hasMore = fields.bool();
                case "last_id" -> lastId = fields.text();
                case "next_page" -> nextPage = fields.text();
                default -> fields.skip();
            }
        }
        return new ListPage<>(items == null ? List.of() : items, next(nextPage, hasMore, lastId));
    }

    private static @Nullable Cursor next(@Nullable String nextPage, @Nullable Boolean hasMore, @Nullable String lastId) {
        if (nextPage != null) {
            return new Cursor(null, nextPage);
        }
        return Boolean.TRUE.equals(hasMore) && lastId != null ? new Cursor(lastId, null) : null;
    }
}

package io.github.quarkusclaude.transport;

import java.util.function.Function;

import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.transport.ListPage.Cursor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Goes through the pages of a list as they are asked for.
 */
final class Paging<T> {

    private final Function<Cursor, Uni<ListPage<T>>> call;
    private Cursor next = Cursor.START;

    private Paging(Function<Cursor, Uni<ListPage<T>>> call) {
        this.call = call;
    }

    /** The items of all pages; each subscription begins with the first one. */
    static <T> Multi<T> items(Function<Cursor, Uni<ListPage<T>>> call) {
        return Multi.createFrom().deferred(() -> {
            Paging<T> paging = new Paging<>(call);
            return Multi.createBy().repeating().uni(paging::page).whilst(page -> page.next() != null)
                    .onItem().<T> transformToIterable(ListPage::items);
        });
    }

    private Uni<ListPage<T>> page() {
        Cursor current = next;
        return call.apply(current).onItem().invoke(page -> {
            Cursor following = page.next();
            if (current.equals(following)) {
                throw new MalformedResponseException(
                        ErrorDetails.of(200, "The page of the list names itself as the next one"), null);
            }
            if (following != null) {
                next = following;
            }
        });
    }
}

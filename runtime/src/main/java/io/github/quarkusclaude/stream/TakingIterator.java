package io.github.quarkusclaude.stream;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Iterates over what is taken, one item at a time, until there is none. */
final class TakingIterator<T> implements Iterator<T> {

    private final Supplier<@Nullable T> source;
    private @Nullable T next;

    /** @param source waits for the next item; gives {@code null} at the end */
    TakingIterator(Supplier<@Nullable T> source) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = source.get();
        }
        return next != null;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T item = next;
        next = null;
        return item;
    }
}

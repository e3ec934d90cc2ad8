package io.github.quarkusclaude.examples;

import java.util.List;
import java.util.Optional;

import io.github.quarkusclaude.schema.Description;
import io.github.quarkusclaude.tool.ClaudeTool;

/** Tools that their comments describe. */
// tag::javadoc[]
public class LibraryTools {

    /** How to look for a book. */
    enum Order {
        /** What was borrowed most often comes first. */
        POPULAR,
        /** What was bought last comes first. */
        NEW
    }

    /**
     * A book of the library.
     *
     * @param title as on the cover
     * @param shelf where it stands, such as {@code B4}
     */
    record Book(String title, @Description("Letter and digit; missing if the book is lent") Optional<String> shelf) { // <1>
    }

    /**
     * Finds books about a subject. Use it before you recommend a book, and recommend no other.
     *
     * @param subject a word or two, in the language of the book
     * @param order what comes first
     * @return at most ten books
     */
    @ClaudeTool // <2>
    List<Book> findBooks(String subject, Order order) {
        return List.of(new Book("All about " + subject, Optional.of("B4")));
    }

    /**
     * Takes a book back.
     *
     * @param book the book and the shelf it goes to
     */
    @ClaudeTool
    void takeBack(Book book) {
    }
}
// end::javadoc[]

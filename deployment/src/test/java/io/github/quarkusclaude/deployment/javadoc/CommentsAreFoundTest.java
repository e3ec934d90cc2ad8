package io.github.quarkusclaude.deployment.javadoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each declaration has its own comment, whatever is around it. */
class CommentsAreFoundTest {

    private static Index index;
    private static SourceComments comments;

    /**
     * Something with parts.
     *
     * @param <T> no component
     * @param name how it is called
     * @param parts what it is made of
     */
    record Thing<T>(String name, List<T> parts, int weight) {

        /**
         * Checks the weight.
         *
         * @param weight in kilograms
         */
        Thing {
            if (weight < 0) {
                throw new IllegalArgumentException();
            }
        }

        /** Within a thing. */
        enum Size {
            /** Fits a hand. */
            SMALL,
            LARGE
        }
    }

    record Bare(String name) {

        /**
         * Another constructor.
         *
         * @param name no component either
         */
        Bare(int name) {
            this(String.valueOf(name));
        }
    }

    static class Overloaded<E> {

        /** Takes nothing. */
        void take() {
        }

        /** Takes text. */
        void take(String text) {
        }

        /** Takes texts. */
        void take(String... texts) {
        }

        /** Takes a list. */
        void take(java.util.@org.jspecify.annotations.Nullable List<? extends Map<String, E>> list) {
        }

        /** Takes an entry. */
        void take(Map.Entry<String, int[]> entry) {
        }

        /** Takes numbers. */
        void take(int[][] numbers) {
        }

        /** Takes an element. */
        void take(E element) {
        }
    }

    interface Source<T> {

        /**
         * Looks up a value.
         *
         * @param key where it stands
         * @return the value
         */
        T find(T key);

        /** Closes the source. */
        void close();
    }

    static class Texts implements Source<String> {

        /** {@inheritDoc} Never fails. */
        @Override
        public String find(String key) {
            return key;
        }

        @Override
        public void close() {
        }

        /** Of nothing: {@inheritDoc} */
        void open() {
        }

        /** @return how many there are */
        public int getCount() {
            return 0;
        }
    }

    static class MoreTexts extends Texts {

        /**
         * @param key {@inheritDoc}, in capitals
         */
        @Override
        public String find(String key) {
            return key;
        }
    }

    @BeforeAll
    static void index() throws IOException {
        index = Index.of(CommentsAreFoundTest.class, Thing.class, Thing.Size.class, Bare.class, Overloaded.class, Source.class,
                Texts.class, MoreTexts.class, Secondary.class);
        comments = new SourceComments(index,
                new SourceFiles(List.of(Path.of("src", "nowhere"), Path.of("src", "test", "java"))));
    }

    @Test
    void ofTypesWhereverTheyStand() {
        assertThat(comments.of(type(CommentsAreFoundTest.class)))
                .isEqualTo("Each declaration has its own comment, whatever is around it.");
        assertThat(comments.of(type(Thing.class))).isEqualTo("Something with parts.");
        assertThat(comments.of(type(Thing.Size.class))).isEqualTo("Within a thing.");
        assertThat(comments.of(type(Overloaded.class))).isNull();
    }

    @Test
    void ofComponentsOfRecords() {
        assertThat(component(Thing.class, "name")).isEqualTo("how it is called");
        assertThat(component(Thing.class, "parts")).isEqualTo("what it is made of");
        assertThat(component(Thing.class, "weight")).isNull();
        MethodInfo constructor = type(Thing.class).canonicalRecordConstructor();
        assertThat(comments.of(constructor.parameters().get(2))).as("compact constructor").isEqualTo("in kilograms");
        assertThat(comments.of(type(Bare.class).canonicalRecordConstructor().parameters().get(0))).isNull();
    }

    @Test
    void ofConstantsOfEnums() {
        assertThat(comments.of(type(Thing.Size.class).field("SMALL"))).isEqualTo("Fits a hand.");
        assertThat(comments.of(type(Thing.Size.class).field("LARGE"))).isNull();
    }

    @Test
    void ofOverloadedMethods() {
        assertThat(type(Overloaded.class).methods().stream().filter(method -> method.name().equals("take"))
                .map(comments::of).toList()).containsExactlyInAnyOrder("Takes nothing.", "Takes text.", "Takes texts.",
                        "Takes a list.", "Takes an entry.", "Takes numbers.", "Takes an element.");
        for (MethodInfo method : type(Overloaded.class).methods()) {
            if (method.name().equals("take") && method.parametersCount() == 1) {
                assertThat(comments.of(method)).as(method.toString())
                        .isEqualTo("Takes " + Map.of("text", "text", "texts", "texts", "list", "a list", "entry", "an entry",
                                "numbers", "numbers", "element", "an element").get(method.parameterName(0)) + ".");
            }
        }
    }

    @Test
    void whatAMethodDoesNotSayItInherits() {
        assertThat(comments.of(method(Texts.class, "find"))).isEqualTo("Looks up a value. Never fails.");
        assertThat(comments.of(method(Texts.class, "find").parameters().get(0))).isEqualTo("where it stands");
        assertThat(comments.of(method(Texts.class, "close"))).isEqualTo("Closes the source.");
        assertThat(comments.of(method(Texts.class, "open"))).isEqualTo("Of nothing:");
        assertThat(comments.of(method(MoreTexts.class, "find"))).isEqualTo("Looks up a value. Never fails.");
        assertThat(comments.of(method(MoreTexts.class, "find").parameters().get(0))).isEqualTo("where it stands, in capitals");
    }

    @Test
    void gettersMaySayOnlyWhatTheyReturn() {
        assertThat(comments.of(method(Texts.class, "getCount"))).isEqualTo("how many there are");
    }

    @Test
    void ofClassesInAFileOfAnotherName() {
        assertThat(comments.of(type(Secondary.class))).isEqualTo("Not the main class of its file.");
    }

    @Test
    void withoutSourcesThereIsNothing() throws IOException {
        Index platform = Index.of(String.class, Path.class);
        for (ClassInfo type : platform.getKnownClasses()) {
            assertThat(comments.of(type)).isNull();
            assertThat(comments.of(type.methods().get(0))).isNull();
        }
        SourceComments none = new SourceComments(index, new SourceFiles(List.of()));
        assertThat(none.of(type(Thing.class))).isNull();
        assertThat(none.of(method(Texts.class, "find").parameters().get(0))).isNull();
    }

    private static String component(Class<?> type, String name) {
        RecordComponentInfo component = type(type).recordComponent(name);
        return comments.of(component);
    }

    private static MethodInfo method(Class<?> type, String name) {
        return type(type).methods().stream().filter(method -> method.name().equals(name) && !method.isBridge()).findFirst()
                .orElseThrow();
    }

    private static ClassInfo type(Class<?> type) {
        return index.getClassByName(type);
    }
}

/** Not the main class of its file. */
class Secondary {
}

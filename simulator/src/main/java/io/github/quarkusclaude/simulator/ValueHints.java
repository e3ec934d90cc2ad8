package io.github.quarkusclaude.simulator;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a prompt the values that a property of a schema could mean: "Bern" for a city, "3" for a number of days. */
final class ValueHints {

    private static final Set<String> PLACES = Set.of("city", "location", "place", "town", "country", "region", "address",
            "destination", "origin", "area", "station");
    private static final Set<String> NAMES = Set.of("name", "title", "person", "author", "user", "customer", "company");
    private static final Set<String> TEXTS = Set.of("query", "question", "text", "prompt", "message", "content", "input",
            "topic", "search", "keywords", "term", "body");
    private static final Set<String> EXPRESSIONS = Set.of("expression", "formula", "calculation", "equation");

    private static final String NAME = "\\p{Lu}[\\p{L}'’-]+";
    private static final Pattern FULL_NAME = Pattern.compile(NAME + "(?: " + NAME + ")+");
    /** A capital letter at the start of a sentence says nothing, so only later ones count. */
    private static final Pattern PROPER_NAME = Pattern.compile("(?<=[\\p{Ll}\\p{N},;:(“\"'] )" + NAME + "(?: " + NAME + ")*");
    private static final Pattern NAMED_PLACE = Pattern.compile("(?<=\\b(?:[Ii]n|[Aa]t|[Ff]or|to|from|of|near) )" + NAME + "(?: "
            + NAME + ")*");
    private static final Pattern AFTER_PREPOSITION = Pattern.compile("\\b(?:in|at|for|to|from|of|near)\\s+(\\p{L}{3,})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?:\\.\\d+)?(?![\\w])");

    private final String prompt;
    private final int call;
    private final Queue<BigDecimal> numbers = new ArrayDeque<>();

    /** @param call how many calls were made up from the same prompt before; the second is about the second name, and so on */
    ValueHints(String prompt, int call) {
        this.prompt = prompt;
        this.call = call;
        Matcher number = NUMBER.matcher(prompt);
        while (number.find()) {
            numbers.add(new BigDecimal(number.group()));
        }
    }

    /** The next number of the prompt; each is given out once, so that several properties get different ones. */
    Optional<BigDecimal> nextNumber() {
        return Optional.ofNullable(numbers.poll());
    }

    /** A value for a property of this name; always the same one. */
    String text(String property) {
        Set<String> words = Words.of(property);
        if (contains(words, PLACES)) {
            return found(NAMED_PLACE).or(() -> found(PROPER_NAME)).or(this::afterPreposition).orElse("Springfield");
        }
        if (contains(words, EXPRESSIONS)) {
            return Arithmetic.find(prompt).orElse("1 + 1");
        }
        if (contains(words, TEXTS)) {
            return prompt.isBlank() ? "sample " + spaced(property) : Prompt.shortened(prompt);
        }
        if (contains(words, NAMES)) {
            return found(FULL_NAME).or(() -> found(PROPER_NAME)).orElse("Sample " + capitalised(spaced(property)));
        }
        return "sample " + spaced(property);
    }

    private Optional<String> found(Pattern pattern) {
        List<String> names = pattern.matcher(prompt).results().map(MatchResult::group).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(names.get(call % names.size()));
    }

    private Optional<String> afterPreposition() {
        Matcher word = AFTER_PREPOSITION.matcher(prompt);
        return word.find() ? Optional.of(capitalised(word.group(1))) : Optional.empty();
    }

    private static boolean contains(Set<String> words, Set<String> kind) {
        Set<String> common = new LinkedHashSet<>(words);
        common.retainAll(kind);
        return !common.isEmpty();
    }

    private static String spaced(String property) {
        return Words.split(property).toLowerCase(Locale.ROOT);
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}

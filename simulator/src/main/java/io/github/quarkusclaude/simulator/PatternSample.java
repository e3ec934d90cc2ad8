package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Makes up a text that a regular expression matches: literals, the usual classes, groups, alternatives and quantifiers. That
 * is about what output schemas may use.
 */
final class PatternSample {

    private static final String WORD = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";

    private final String pattern;
    private final Variety variety;
    private int position;

    private PatternSample(String pattern, Variety variety) {
        this.pattern = pattern;
        this.variety = variety;
    }

    /** A text that matches, or the fallback if the pattern is too hard. */
    static String of(String pattern, String fallback, Variety variety) {
        try {
            Pattern compiled = Pattern.compile(pattern);
            if (compiled.matcher(fallback).find()) {
                return fallback;
            }
            String sample = new PatternSample(pattern, variety).alternatives();
            return compiled.matcher(sample).find() ? sample : fallback;
        } catch (PatternSyntaxException | IndexOutOfBoundsException | NumberFormatException e) {
            return fallback;
        }
    }

    private String alternatives() {
        List<String> choices = new ArrayList<>();
        choices.add(sequence());
        while (at('|')) {
            position++;
            choices.add(sequence());
        }
        return variety.pick(choices);
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (position < pattern.length() && !at('|') && !at(')')) {
            int start = position;
            String atom = atom();
            int end = position;
            int times = quantity();
            int after = position;
            for (int i = 0; i < times; i++) {
                text.append(i == 0 ? atom : again(start, end));
            }
            position = after;
        }
        return text.toString();
    }

    /** The same atom once more, with other choices. */
    private String again(int start, int end) {
        position = start;
        String atom = atom();
        position = end;
        return atom;
    }

    private String atom() {
        char c = pattern.charAt(position++);
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> one(WORD);
            case '\\' -> escape(pattern.charAt(position++));
            case '[' -> one(characterClass());
            case '(' -> group();
            default -> String.valueOf(c);
        };
    }

    private String group() {
        if (pattern.startsWith("?:", position)) {
            position += 2;
        }
        String text = alternatives();
        position++;
        return text;
    }

    private String escape(char c) {
        return switch (c) {
            case 'd' -> one(DIGITS);
            case 'w' -> one(WORD + DIGITS);
            case 's' -> " ";
            case 'b' -> "";
            default -> String.valueOf(c);
        };
    }

    private String characterClass() {
        StringBuilder members = new StringBuilder();
        boolean negated = at('^');
        position += negated ? 1 : 0;
        while (!at(']')) {
            char first = pattern.charAt(position++);
            if (first == '\\') {
                char escaped = pattern.charAt(position++);
                members.append(escaped == 'd' ? DIGITS : escaped == 'w' ? WORD : String.valueOf(escaped));
            } else if (at('-') && pattern.charAt(position + 1) != ']') {
                char last = pattern.charAt(position + 1);
                position += 2;
                for (char member = first; member <= last; member++) {
                    members.append(member);
                }
            } else {
                members.append(first);
            }
        }
        position++;
        if (!negated) {
            return members.toString();
        }
        String others = WORD + DIGITS;
        return others.replaceAll("[" + Pattern.quote(members.toString()) + "]", "");
    }

    private int quantity() {
        if (position == pattern.length()) {
            return 1;
        }
        switch (pattern.charAt(position)) {
            case '?', '+' -> {
                position++;
                return 1;
            }
            case '*' -> {
                position++;
                return 0;
            }
            case '{' -> {
                int end = pattern.indexOf('}', position);
                int least = Integer.parseInt(pattern.substring(position + 1, end).split(",")[0].strip());
                position = end + 1;
                return least;
            }
            default -> {
                return 1;
            }
        }
    }

    private boolean at(char c) {
        return position < pattern.length() && pattern.charAt(position) == c;
    }

    private String one(String characters) {
        return String.valueOf(characters.charAt(variety.below(characters.length())));
    }
}

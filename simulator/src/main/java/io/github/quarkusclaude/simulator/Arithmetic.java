package io.github.quarkusclaude.simulator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calculations with the four basic operations and parentheses. */
final class Arithmetic {

    private static final String NUMBER = "[-−]?\\(*\\s*\\d+(?:\\.\\d+)?\\s*\\)*";
    private static final Pattern EXPRESSION = Pattern.compile(
            "(?<![\\w.-])" + NUMBER + "(?:\\s*[-+*/×÷−]\\s*" + NUMBER + ")+(?![\\w-])");
    private static final Pattern DATE = Pattern.compile("\\d{1,4}([-/])\\d{1,2}\\1\\d{1,4}");
    private static final int MOST_DIGITS = 200;

    private final String expression;
    private int position;

    private Arithmetic(String expression) {
        this.expression = expression;
    }

    /** The first calculation in a text, with the usual signs for words like "plus" and "times". */
    static Optional<String> find(String text) {
        String signs = text.toLowerCase(Locale.ROOT)
                .replaceAll("(?<=\\d)\\s+(?:plus|added to)\\s+(?=\\d)", " + ")
                .replaceAll("(?<=\\d)\\s+minus\\s+(?=\\d)", " - ")
                .replaceAll("(?<=\\d)\\s*(?:times|multiplied by|x)\\s*(?=\\d)", " * ")
                .replaceAll("(?<=\\d)\\s+divided by\\s+(?=\\d)", " / ");
        Matcher matcher = EXPRESSION.matcher(signs);
        while (matcher.find()) {
            String candidate = matcher.group().strip();
            if (!DATE.matcher(candidate).matches() && candidate.length() <= MOST_DIGITS && isBalanced(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** @throws ArithmeticException if a division by zero is asked for */
    static BigDecimal evaluate(String expression) {
        String plain = expression.replace('×', '*').replace('÷', '/').replace('−', '-').replaceAll("\\s", "");
        BigDecimal result = new Arithmetic(plain).sum().stripTrailingZeros();
        return result.scale() < 0 ? result.setScale(0) : result;
    }

    private BigDecimal sum() {
        BigDecimal sum = product();
        while (position < expression.length() && "+-".indexOf(expression.charAt(position)) >= 0) {
            boolean plus = expression.charAt(position++) == '+';
            sum = plus ? sum.add(product()) : sum.subtract(product());
        }
        return sum;
    }

    private BigDecimal product() {
        BigDecimal product = factor();
        while (position < expression.length() && "*/".indexOf(expression.charAt(position)) >= 0) {
            boolean times = expression.charAt(position++) == '*';
            product = times ? product.multiply(factor()) : product.divide(factor(), MathContext.DECIMAL64);
        }
        return product;
    }

    private BigDecimal factor() {
        char first = expression.charAt(position);
        if (first == '-') {
            position++;
            return factor().negate();
        }
        if (first == '(') {
            position++;
            BigDecimal inner = sum();
            position++;
            return inner;
        }
        int start = position;
        while (position < expression.length() && "0123456789.".indexOf(expression.charAt(position)) >= 0) {
            position++;
        }
        return new BigDecimal(expression.substring(start, position));
    }

    private static boolean isBalanced(String text) {
        int depth = 0;
        for (int i = 0; i < text.length() && depth >= 0; i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
        }
        return depth == 0;
    }
}

package io.github.quarkusclaude.simulator;

import java.util.Optional;

/** A calculation, and its result. */
final class ArithmeticRule implements AnswerRule {

    @Override
    public Optional<Reply> reply(Prompt prompt) {
        return Arithmetic.find(prompt.text()).map(expression -> Reply.free(expression + " = " + result(expression) + "."));
    }

    private static String result(String expression) {
        try {
            return Arithmetic.evaluate(expression).toPlainString();
        } catch (ArithmeticException e) {
            return "undefined";
        }
    }
}

package io.github.quarkusclaude.runtime.catalog;

import java.math.BigDecimal;

import io.quarkus.runtime.ObjectSubstitution;

/**
 * Records an amount as text, so that it stays exact; the bytecode recorder has no form for it.
 */
public class RecordedAmount implements ObjectSubstitution<BigDecimal, String> {

    @Override
    public String serialize(BigDecimal amount) {
        return amount.toString();
    }

    @Override
    public BigDecimal deserialize(String text) {
        return new BigDecimal(text);
    }
}

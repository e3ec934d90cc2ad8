package io.github.quarkusclaude.simulator;

import java.util.List;

/**
 * A source of choices that look varied and are the same for the same seed and material, on every JVM and in native code.
 */
final class Variety {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    Variety(long seed) {
        state = seed;
    }

    static Variety of(long seed, CharSequence material) {
        return new Variety(hash(seed, material));
    }

    static long hash(long seed, CharSequence material) {
        long hash = FNV_OFFSET ^ mix(seed);
        for (int i = 0; i < material.length(); i++) {
            hash = (hash ^ material.charAt(i)) * FNV_PRIME;
        }
        return mix(hash);
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** The finaliser of SplitMix64: every bit of the input changes about half of the output bits. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}

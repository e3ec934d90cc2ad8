package io.github.quarkusclaude.deployment.schema;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.github.quarkusclaude.schema.Description;

/** Types that answers are asked for. */
final class Recipes {

    private Recipes() {
    }

    enum Course {
        STARTER,
        @JsonProperty("main-course")
        MAIN,
        DESSERT
    }

    @Description("A recipe for the kitchen")
    record Recipe(String title, int servings, Course course, List<Ingredient> ingredients, Optional<String> source,
            @Nullable Duration time) {
    }

    record Ingredient(String name, BigDecimal amount, @Nullable String unit) {
    }

    record Everything(boolean on, byte small, long large, double fraction, char letter, UUID id, URI address, LocalDate day,
            LocalTime time, Instant instant, OffsetTime zoned, Duration duration, Period period,
            YearMonth month, Set<Course> courses, int[][] grid, Map<Course, Integer> counts, Optional<Ingredient> ingredient,
            List<Step> steps, Bean bean) {
    }

    sealed interface Step permits Cut, Cook {
    }

    record Cut(String what) implements Step {
    }

    record Cook(int minutes, @Nullable Integer degrees) implements Step {
    }

    static class Bean {

        private String name;
        @JsonProperty("the_rest")
        private List<String> rest;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        List<String> rest() {
            return rest;
        }
    }
}

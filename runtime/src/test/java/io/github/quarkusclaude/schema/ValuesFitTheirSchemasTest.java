package io.github.quarkusclaude.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What Jackson writes of a value fits the schema of its type, and is read back as the same value. */
class ValuesFitTheirSchemasTest {

    private static final ObjectMapper MAPPER = JsonMapper.builder().findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS).build();

    private static final JsonNode SCHEMA = Schemas.GENERATOR.forType(Type.create(Everything.class)).json().tree();

    private final ValueReader reader = new ValueReader(MAPPER);
    private final SchemaFit fit = new SchemaFit(SCHEMA);

    enum Colour {
        RED,
        @JsonProperty("light-green")
        GREEN
    }

    record Scalars(boolean on, int number, long large, BigDecimal amount, double fraction, char letter, Colour colour) {
    }

    record Times(LocalDate day, LocalTime time, LocalDateTime moment, Instant instant, Duration duration, Period period,
            YearMonth month) {
    }

    record Everything(String text, Scalars scalars, Times times, UUID id, List<String> texts, Optional<String> optional,
            @Nullable Integer nullable, List<@Nullable Integer> holes, Map<Colour, Integer> counts, List<Shape> shapes) {
    }

    sealed interface Shape {
    }

    record Circle(double radius) implements Shape {
    }

    record Box(Optional<Integer> width, Colour colour) implements Shape {
    }

    @Property(tries = 300)
    void anyValue(@ForAll("everything") Everything value) throws Exception {
        JsonNode json = reader.tree(MAPPER.writeValueAsString(value));
        tag((ObjectNode) json, value);

        assertThat(fit.misfit(json)).isNull();
        assertThat(reader.read(json, Everything.class)).isEqualTo(value);
        json.path("times").properties().forEach(time -> {
            JsonNode pattern = SCHEMA.at("/properties/times/properties/" + time.getKey() + "/pattern");
            assertThat(pattern.isMissingNode() || Pattern.matches(pattern.asText(), time.getValue().asText()))
                    .as(time.toString()).isTrue();
        });
    }

    @Property(tries = 100)
    void noValueThatLacksAnything(@ForAll("everything") Everything value, @ForAll("required") String missing) {
        ObjectNode json = MAPPER.valueToTree(value);
        tag(json, value);
        json.remove(missing);

        assertThat(fit.misfit(json)).isEqualTo("$." + missing);
    }

    @Test
    void whatIsOfAnotherKindIsFoundWhereItStands() throws Exception {
        SchemaFit order = new SchemaFit(Schemas.of(Orders.class));

        assertThat(order.misfit(MAPPER.readTree("{\"orders\":[{\"pieces\":1,\"colour\":\"red\"}]}"))).isNull();
        assertThat(order.misfit(MAPPER.readTree("{\"orders\":[{\"pieces\":2.0,\"colour\":\"RED\",\"more\":1}]}"))).isNull();
        assertThat(order.misfit(MAPPER.readTree("{\"orders\":[{\"pieces\":1.5,\"colour\":\"RED\"}]}")))
                .isEqualTo("$.orders[0].pieces");
        assertThat(order.misfit(MAPPER.readTree("{\"orders\":[{\"pieces\":1,\"colour\":\"blue\"}]}")))
                .isEqualTo("$.orders[0].colour");
        assertThat(order.misfit(MAPPER.readTree("{\"orders\":{}}"))).isEqualTo("$.orders");
        assertThat(order.misfit(MAPPER.readTree("[]"))).isEqualTo("$");
        assertThatThrownBy(
                () -> reader.read(reader.tree("{\"orders\":[{\"pieces\":\"secret\"}]}"), Orders.class))
                .isInstanceOf(UnreadableValueException.class).hasMessageContaining("$.orders[0].pieces")
                .hasMessageNotContaining("secret").hasNoCause();
    }

    record Orders(List<Order> orders) {
    }

    record Order(int pieces, Colour colour) {
    }

    /** Jackson as it is does not say which record a sealed type is. */
    private static void tag(ObjectNode json, Everything value) {
        for (int i = 0; i < value.shapes().size(); i++) {
            ((ObjectNode) json.path("shapes").path(i)).put("type", value.shapes().get(i).getClass().getSimpleName());
        }
    }

    @Provide
    Arbitrary<String> required() {
        return Arbitraries.of("text", "scalars", "times", "id", "texts", "holes", "counts", "shapes");
    }

    @Provide
    Arbitrary<Everything> everything() {
        Arbitrary<Integer> numbers = Arbitraries.integers();
        Arbitrary<Shape> shapes = Arbitraries.oneOf(
                Arbitraries.doubles().map(Circle::new),
                Combinators.combine(numbers.optional(), Arbitraries.of(Colour.class)).as(Box::new));
        return Combinators.combine(scalars(), times(), Arbitraries.strings(), Arbitraries.strings().list().ofMaxSize(3),
                numbers.injectNull(0.3), numbers.injectNull(0.3).list().ofMaxSize(3),
                Arbitraries.maps(Arbitraries.of(Colour.class), numbers), shapes.list().ofMaxSize(3))
                .as((scalars, times, text, texts, nullable, holes, counts, drawn) -> new Everything(text, scalars, times,
                        new UUID(scalars.large(), scalars.number()), texts,
                        Optional.ofNullable(nullable).map(String::valueOf), nullable, holes, counts, drawn));
    }

    private static Arbitrary<Scalars> scalars() {
        return Combinators.combine(Arbitraries.of(true, false), Arbitraries.integers(), Arbitraries.longs(),
                Arbitraries.bigDecimals(), Arbitraries.doubles(), Arbitraries.chars().alpha(), Arbitraries.of(Colour.class))
                .as(Scalars::new);
    }

    private static Arbitrary<Times> times() {
        // a year has four digits in the formats of JSON schema
        Arbitrary<Long> days = Arbitraries.longs().between(0, LocalDate.of(9999, 12, 31).toEpochDay());
        Arbitrary<Integer> seconds = Arbitraries.integers().between(0, 86_399);
        return Combinators.combine(days, seconds, Arbitraries.integers().between(0, 999)).as((day, second, amount) -> {
            LocalDate date = LocalDate.ofEpochDay(day);
            LocalTime time = LocalTime.ofSecondOfDay(second - second % 60 + 1);
            return new Times(date, time, date.atTime(time), date.atTime(time).toInstant(ZoneOffset.UTC),
                    Duration.ofSeconds(1L + second * (long) amount), Period.of(amount, second % 12, 1), YearMonth.from(date));
        });
    }
}

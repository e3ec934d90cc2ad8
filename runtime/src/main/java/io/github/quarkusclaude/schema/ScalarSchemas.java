package io.github.quarkusclaude.schema;

import java.util.HashMap;
import java.util.Map;

import org.jboss.jandex.DotName;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The schemas of types that are one value in JSON. Where a format of JSON Schema allows more than Jackson reads into the
 * type (a local time must not have an offset, a duration no months), a pattern takes its place.
 */
final class ScalarSchemas {

    private static final String DAY_OF_YEAR = "((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)"
            + "|02-(0[1-9]|[12]\\d))";
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d";
    private static final String TIME_OF_DURATION = "T\\d+H(\\d+M)?(\\d+S)?|T\\d+M(\\d+S)?|T\\d+(\\.\\d+)?S";

    private static final Map<DotName, Scalar> SCALARS = new HashMap<>();

    static {
        type("boolean", "boolean", "java.lang.Boolean", "java.util.concurrent.atomic.AtomicBoolean");
        type("integer", "byte", "short", "int", "long", "java.lang.Byte", "java.lang.Short", "java.lang.Integer",
                "java.lang.Long", "java.math.BigInteger", "java.time.Year", "java.util.OptionalInt", "java.util.OptionalLong",
                "java.util.concurrent.atomic.AtomicInteger", "java.util.concurrent.atomic.AtomicLong");
        type("number", "float", "double", "java.lang.Float", "java.lang.Double", "java.math.BigDecimal", "java.lang.Number",
                "java.util.OptionalDouble");
        type("string", "java.lang.String", "java.lang.CharSequence");
        format("uuid", "java.util.UUID");
        format("uri", "java.net.URI", "java.net.URL");
        format("date", "java.time.LocalDate");
        format("date-time", "java.time.OffsetDateTime", "java.time.ZonedDateTime", "java.time.Instant", "java.util.Date");
        format("time", "java.time.OffsetTime");
        pattern(TIME, "java.time.LocalTime");
        pattern("\\d{4}-" + DAY_OF_YEAR + "T" + TIME, "java.time.LocalDateTime");
        pattern("\\d{4}-(0[1-9]|1[0-2])", "java.time.YearMonth");
        pattern("--" + DAY_OF_YEAR, "java.time.MonthDay");
        pattern("P(\\d+D|(\\d+D)?(" + TIME_OF_DURATION + "))", "java.time.Duration");
        pattern("P(\\d+Y(\\d+M)?(\\d+D)?|\\d+M(\\d+D)?|\\d+D|\\d+W)", "java.time.Period");
        pattern("Z|[+-](0\\d|1[0-7]):[0-5]\\d", "java.time.ZoneOffset");
        pattern(".", "char", "java.lang.Character");
        described("A time zone of the IANA database, such as Europe/Paris", "java.time.ZoneId", "java.util.TimeZone");
        described("A currency code of ISO 4217, such as EUR", "java.util.Currency");
        described("A language tag of BCP 47, such as en-US", "java.util.Locale");
        described("Bytes, encoded in Base64", "[B", "[Ljava.lang.Byte;");
    }

    private ScalarSchemas() {
    }

    private record Scalar(String type, @Nullable String keyword, @Nullable String value) {
    }

    static @Nullable ObjectNode of(DotName type) {
        Scalar scalar = SCALARS.get(type);
        if (scalar == null) {
            return null;
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", scalar.type());
        return scalar.keyword() == null ? schema : schema.put(scalar.keyword(), scalar.value());
    }

    private static void type(String type, String... javaTypes) {
        add(new Scalar(type, null, null), javaTypes);
    }

    private static void format(String format, String... javaTypes) {
        add(new Scalar("string", "format", format), javaTypes);
    }

    private static void pattern(String pattern, String... javaTypes) {
        add(new Scalar("string", "pattern", "^(" + pattern + ")$"), javaTypes);
    }

    private static void described(String description, String... javaTypes) {
        add(new Scalar("string", "description", description), javaTypes);
    }

    private static void add(Scalar scalar, String... javaTypes) {
        for (String javaType : javaTypes) {
            SCALARS.put(DotName.createSimple(javaType), scalar);
        }
    }
}

package io.github.quarkusclaude.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import io.github.quarkusclaude.json.RawJson;

/** Every Java type that can be written as JSON has a schema, and it says what Jackson reads. */
class JavaTypesHaveSchemasTest {

    enum Colour {
        @Description("like blood")
        RED,
        @JsonProperty("light-green")
        GREEN
    }

    @Description("A thing for sale")
    record Article(@Description("what it is called") String name, int stock, BigDecimal price, boolean sold, Colour colour,
            UUID id, LocalDate since, Instant changed, Duration delivery, List<String> tags, byte[] picture) {
    }

    @Test
    void recordsAreClosedObjects() {
        assertSchema(Article.class, """
                {"type":"object","properties":{
                "name":{"type":"string","description":"what it is called"},
                "stock":{"type":"integer"},
                "price":{"type":"number"},
                "sold":{"type":"boolean"},
                "colour":{"type":"string","enum":["RED","light-green"],"description":"RED: like blood"},
                "id":{"type":"string","format":"uuid"},
                "since":{"type":"string","format":"date"},
                "changed":{"type":"string","format":"date-time"},
                "delivery":{"type":"string","pattern":
                "^(P(\\\\d+D|(\\\\d+D)?(T\\\\d+H(\\\\d+M)?(\\\\d+S)?|T\\\\d+M(\\\\d+S)?|T\\\\d+(\\\\.\\\\d+)?S)))$"},
                "tags":{"type":"array","items":{"type":"string"}},
                "picture":{"type":"string","description":"Bytes, encoded in Base64"}},
                "required":["name","stock","price","sold","colour","id","since","changed","delivery","tags","picture"],
                "additionalProperties":false,"description":"A thing for sale"}""");
    }

    record Missing(Optional<String> a, OptionalInt b, @Nullable Colour c, @CheckForNull String d,
            @Nullable Missing2 e, Optional<List<@Nullable Integer>> f, String last) {
    }

    /** As other libraries have it: no type annotation. */
    @Retention(RetentionPolicy.CLASS)
    @interface CheckForNull {
    }

    record Missing2(String text) {
    }

    @Test
    void whatMayBeMissingIsNotRequiredAndMayBeNull() {
        JsonNode schema = Schemas.of(Missing.class);
        assertThat(schema.path("required")).extracting(JsonNode::asText).containsExactly("last");
        assertThat(schema.path("properties").fieldNames()).toIterable().as("required first")
                .containsExactly("last", "a", "b", "c", "d", "e", "f");
        assertThat(schema.path("properties").path("a")).hasToString("{\"type\":[\"string\",\"null\"]}");
        assertThat(schema.path("properties").path("b")).hasToString("{\"type\":[\"integer\",\"null\"]}");
        assertThat(schema.path("properties").path("c")).hasToString(
                "{\"anyOf\":[{\"type\":\"string\",\"enum\":[\"RED\",\"light-green\"],\"description\":\"RED: like blood\"},"
                        + "{\"type\":\"null\"}]}");
        assertThat(schema.path("properties").path("e").path("anyOf").get(0).path("type").asText()).isEqualTo("object");
        assertThat(schema.path("properties").path("f")).hasToString(
                "{\"type\":[\"array\",\"null\"],\"items\":{\"type\":[\"integer\",\"null\"]}}");
    }

    record Many(Optional<String> a, Optional<String> b, Optional<String> c, Optional<String> d, Optional<String> e,
            Optional<String> f, Optional<String> g, Optional<String> h, Optional<String> i, Optional<String> j,
            Optional<String> k, Optional<String> l, Optional<String> m, Optional<String> n, Optional<String> o,
            Optional<String> p, Optional<String> q) {
    }

    @Test
    void nullsAreLeftOutWhereTheyWouldExceedTheLimitOfUnions() {
        JsonNode schema = Schemas.of(Many.class);
        assertThat(schema.path("properties")).hasSize(17)
                .allSatisfy(property -> assertThat(property).hasToString("{\"type\":\"string\"}"));
        assertThat(schema.path("required")).isEmpty();
    }

    record Page<T>(List<T> items, Map<Colour, T> byColour) {
    }

    record Pages(Page<String> texts, Page<LocalDateTime> times) {
    }

    @Test
    void typeVariablesStandForWhatTheyStandFor() {
        JsonNode schema = Schemas.of(Pages.class);
        assertThat(schema.at("/properties/texts/properties/items/items/type").asText()).isEqualTo("string");
        assertThat(schema.at("/properties/times/properties/items/items/pattern").asText()).startsWith("^(\\d{4}-");
        assertThat(schema.at("/properties/texts/properties/byColour")).hasToString(
                "{\"type\":\"object\",\"properties\":{\"RED\":{\"type\":[\"string\",\"null\"],\"description\":\"like blood\"},"
                        + "\"light-green\":{\"type\":[\"string\",\"null\"]}},\"required\":[],\"additionalProperties\":false}");
    }

    record Address(String street) {
    }

    record Order(Address from, Address to, @Description("who pays") Address invoice, Optional<Address> spare) {
    }

    @Test
    void whatIsUsedMoreThanOnceIsDefinedOnce() {
        assertSchema(Order.class, """
                {"type":"object","properties":{
                "from":{"$ref":"#/$defs/Address"},
                "to":{"$ref":"#/$defs/Address"},
                "invoice":{"type":"object","properties":{"street":{"type":"string"}},"required":["street"],
                "additionalProperties":false,"description":"who pays"},
                "spare":{"anyOf":[{"$ref":"#/$defs/Address"},{"type":"null"}]}},
                "required":["from","to","invoice"],"additionalProperties":false,
                "$defs":{"Address":{"type":"object","properties":{"street":{"type":"string"}},"required":["street"],
                "additionalProperties":false}}}""");
    }

    sealed interface Figure permits Round, Angular {
    }

    record Round(double radius) implements Figure {
    }

    @JsonTypeName("box")
    record Angular(double side) implements Figure {
    }

    record Drawing(List<Figure> figures) {
    }

    @Test
    void sealedTypesAreAlternatives() {
        assertThat(Schemas.of(Drawing.class).at("/properties/figures/items")).isEqualTo(RawJson.of("""
                {"anyOf":[
                {"type":"object","properties":{"type":{"type":"string","const":"box"},"side":{"type":"number"}},
                "required":["type","side"],"additionalProperties":false},
                {"type":"object","properties":{"type":{"type":"string","const":"Round"},"radius":{"type":"number"}},
                "required":["type","radius"],"additionalProperties":false}]}""").tree());
    }

    sealed interface Result<T> {
    }

    record Ok<V>(V value) implements Result<V> {
    }

    record Error<T>(String message) implements Result<T> {
    }

    record Results(Result<Colour> colour) {
    }

    @Test
    void alternativesMayBeGeneric() {
        assertThat(Schemas.of(Results.class).at("/properties/colour/anyOf/1/properties/value/enum")).hasSize(2);
    }

    record Odd(@JsonProperty("$ref") String reference, @JsonProperty("description") String description, Address type) {
    }

    @Test
    void propertiesMayHaveTheNamesOfKeywords() {
        assertThat(Schemas.of(Odd.class).path("properties").fieldNames()).toIterable()
                .containsExactly("$ref", "description", "type");
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({ @JsonSubTypes.Type(value = Cat.class, name = "cat"), @JsonSubTypes.Type(Dog.class) })
    interface Animal {
    }

    record Cat(int lives) implements Animal {
    }

    record Dog(String name) implements Animal {
    }

    record Zoo(Animal animal) {
    }

    @Test
    void subtypesListedForJacksonAreAlternatives() {
        JsonNode animals = Schemas.of(Zoo.class).at("/properties/animal/anyOf");
        assertThat(animals).extracting(animal -> animal.at("/properties/kind/const").asText())
                .containsExactly("cat", "JavaTypesHaveSchemasTest$Dog");
    }

    static class Base {
        private String id;

        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }
    }

    @JsonIgnoreProperties("ignored")
    static class Bean extends Base {
        public String visible;
        public String ignored;
        public transient String transientField;
        static String shared;
        @JsonProperty("re-named")
        private int renamed;
        private boolean on;
        private String hidden;
        private String optional;
        @JsonIgnore
        public String never;

        public boolean isOn() {
            return on;
        }

        public Optional<String> getOptional() {
            return Optional.ofNullable(optional);
        }

        public String getComputed() {
            return hidden + renamed + shared;
        }

        @Description("a web address")
        public String getURL() {
            return "";
        }

        public void setURL(String url) {
        }
    }

    @Test
    void beansHaveThePropertiesThatCanBeSet() {
        JsonNode schema = Schemas.of(Bean.class);
        assertThat(schema.path("properties").fieldNames()).toIterable()
                .containsExactlyInAnyOrder("id", "visible", "re-named", "on", "optional", "url");
        assertThat(schema.path("required")).extracting(JsonNode::asText).doesNotContain("optional").hasSize(5);
        assertThat(schema.at("/properties/url/description").asText()).isEqualTo("a web address");
    }

    static final class Immutable {
        private final String name;

        @JsonCreator
        Immutable(@JsonProperty("name") String name) {
            this.name = name;
        }
    }

    record Names(@JsonProperty("full_name") String fullName, Immutable made) {
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Snake(String firstName, @JsonProperty("other") String lastName) {
    }

    record Email(@JsonValue String address) {
    }

    record Wrapped(Email email) {
    }

    @Test
    void namesAreThoseOfJackson() {
        assertThat(Schemas.of(Names.class).path("properties").fieldNames()).toIterable().containsExactly("full_name", "made");
        assertThat(Schemas.of(Names.class).at("/properties/made/properties/name/type").asText()).isEqualTo("string");
        assertThat(Schemas.of(Snake.class).path("properties").fieldNames()).toIterable().containsExactly("first_name", "other");
        assertThat(Schemas.property(Wrapped.class, "email")).hasToString("{\"type\":\"string\"}");
    }

    interface Weather {
        String forecast(@Description("the city") String city, Optional<Integer> days, Set<Colour> colours, int[][] grid);

        void anything(Map<String, Object> values, Tree tree);
    }

    record Tree(List<Tree> children) {
    }

    @Test
    void parametersOfMethodsAreAnObject() {
        assertThat(Schemas.GENERATOR.forParameters(Schemas.method(Weather.class, "forecast")).json()).isEqualTo(RawJson.of("""
                {"type":"object","properties":{
                "city":{"type":"string","description":"the city"},
                "colours":{"type":"array","items":{"type":"string","enum":["RED","light-green"],
                "description":"RED: like blood"}},
                "grid":{"type":"array","items":{"type":"array","items":{"type":"integer"}}},
                "days":{"type":["integer","null"]}},
                "required":["city","colours","grid"],"additionalProperties":false}"""));
    }

    @Test
    void schemasThatOnlyInformMayBeOpen() {
        assertThat(Schemas.GENERATOR.lenient().forParameters(Schemas.method(Weather.class, "anything")).json())
                .isEqualTo(RawJson.of("""
                        {"type":"object","properties":{
                        "values":{"type":"object","additionalProperties":{}},
                        "tree":{"$ref":"#/$defs/Tree"}},
                        "required":["values","tree"],"additionalProperties":false,
                        "$defs":{"Tree":{"type":"object","properties":{
                        "children":{"type":"array","items":{"$ref":"#/$defs/Tree"}}},
                        "required":["children"],"additionalProperties":false}}}"""));
    }

    @Test
    void enumMapsAreObjects() {
        record Prices(EnumMap<Colour, BigDecimal> prices) {
        }
        assertThat(Schemas.property(Prices.class, "prices").path("properties").fieldNames()).toIterable()
                .containsExactly("RED", "light-green");
    }

    private static void assertSchema(Class<?> type, String expected) {
        assertThat(Schemas.GENERATOR.forType(org.jboss.jandex.Type.create(type)).json()).isEqualTo(RawJson.of(expected));
    }
}

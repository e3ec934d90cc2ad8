package io.github.quarkusclaude.it;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.catalog.Cost;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.schema.Description;
import io.github.quarkusclaude.schema.InvalidSchemaException;
import io.github.quarkusclaude.schema.OutputType;
import io.github.quarkusclaude.schema.StructuredOutput;
import io.github.quarkusclaude.schema.StructuredOutputs;
import io.smallrye.mutiny.Uni;

/** Answers that are Java values. None of the types is used in any other way, so only the extension can register them. */
@Path("/structured")
@Produces(MediaType.TEXT_PLAIN)
public class StructuredResource {

    enum Weather {
        @JsonProperty("sunny-day")
        SUNNY,
        RAINY
    }

    sealed interface Activity permits Hike, Museum {
    }

    record Hike(double kilometres, @Nullable String companion) implements Activity {
    }

    static final class Museum implements Activity {

        private String name;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return "Museum[name=" + name + "]";
        }
    }

    @Description("A plan for one day")
    record Day(@Description("when") LocalDate date, Weather weather, List<Activity> activities, Optional<String> note) {
    }

    @StructuredOutput
    record Annotated(String title) {
    }

    record Unknown(Object anything) {
    }

    @Inject
    ClaudeClient claude;

    @Inject
    ReactiveClaudeClient reactive;

    @Inject
    StructuredOutputs outputs;

    @Inject
    ModelCatalog catalog;

    @POST
    @Path("day")
    public String day(String prompt) {
        return claude.generate(prompt, Day.class).value().toString();
    }

    @POST
    @Path("days")
    public Uni<Integer> days(String prompt) {
        return reactive.generate(prompt, Day[].class).onItem().transform(answer -> answer.value().length);
    }

    @POST
    @Path("streamed")
    public Uni<String> streamed(String prompt) {
        Class<Annotated> type = Annotated.class;
        OutputType<Annotated> annotated = outputs.of(type);
        return reactive.stream(annotated.askedBy(MessageRequest.of(prompt))).finalMessage()
                .onItem().transform(message -> annotated.of(message).value().toString());
    }

    @POST
    @Path("unknown")
    public String unknown(String prompt) {
        Class<?> type = Unknown.class;
        try {
            return claude.generate(prompt, type).value().toString();
        } catch (InvalidSchemaException | IllegalStateException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    @POST
    @Path("cost")
    public String cost(String prompt) {
        return catalog.cost(claude.generate(prompt)).map(Cost::total).orElseThrow().toPlainString();
    }
}

package io.github.quarkusclaude.examples;

import java.io.PrintStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.error.MalformedAnswerException;
import io.github.quarkusclaude.error.RefusalException;
import io.github.quarkusclaude.error.TruncatedAnswerException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.OutputConfig;
import io.github.quarkusclaude.message.OutputFormat;
import io.github.quarkusclaude.schema.Description;
import io.github.quarkusclaude.schema.JsonSchema;
import io.github.quarkusclaude.schema.OutputType;
import io.github.quarkusclaude.schema.StructuredOutputs;
import io.github.quarkusclaude.stream.MessageStream;
import io.smallrye.mutiny.Uni;

/** Answers that are Java values. */
@ApplicationScoped
public class Structured {

    // tag::types[]
    enum Difficulty {
        EASY,
        @Description("more than an hour, or more than three pans")
        HARD
    }

    record Ingredient(String name, Optional<String> amount) { // <1>
    }

    @Description("A recipe for two") // <2>
    record Recipe(String title, Difficulty difficulty, List<Ingredient> ingredients, List<String> steps) {
    }
    // end::types[]

    // tag::alternatives[]
    sealed interface Payment permits Card, Transfer {
    }

    record Card(String number) implements Payment {
    }

    record Transfer(String iban) implements Payment {
    }
    // end::alternatives[]

    // tag::javadoc[]
    /**
     * A table for guests.
     *
     * @param guests how many come, children included
     * @param time in the time zone of the restaurant
     */
    record Reservation(int guests, LocalDateTime time) {
    }
    // end::javadoc[]

    @Inject
    ClaudeClient claude;

    @Inject
    ReactiveClaudeClient reactive;

    // tag::outputs[]
    @Inject
    StructuredOutputs outputs;
    // end::outputs[]

    Recipe recipe(String dish) {
        // tag::generate[]
        Recipe recipe = claude.generate("How do I make " + dish + "?", Recipe.class).value();
        // end::generate[]
        return recipe;
    }

    Reservation reservation(String mail) {
        return claude.generate("What does this guest want? " + mail, Reservation.class).value();
    }

    Uni<Payment> payment(String mail) {
        // tag::reactive[]
        MessageRequest request = MessageRequest.builder()
                .system("Find out how the customer wants to pay.")
                .outputConfig(OutputConfig.effort("low")) // <1>
                .user(mail)
                .build();
        Uni<Payment> payment = reactive.generate(request, Payment.class)
                .onItem().transform(answer -> answer.value());
        // end::reactive[]
        return payment;
    }

    Recipe stream(String dish, PrintStream out) {
        // tag::stream[]
        OutputType<Recipe> type = outputs.of(Recipe.class);
        MessageRequest request = type.askedBy(MessageRequest.of("How do I make " + dish + "?"));
        try (MessageStream stream = claude.stream(request)) {
            stream.text().forEach(out::print);
            return type.of(stream.finalMessage()).value();
        }
        // end::stream[]
    }

    String failures(String dish) {
        // tag::failures[]
        try {
            return claude.generate("How do I make " + dish + "?", Recipe.class).value().title();
        } catch (RefusalException e) {
            return "Declined: " + e.explanation().orElse("no reason given");
        } catch (TruncatedAnswerException e) {
            return "Too long, " + e.answer().usage().outputTokens() + " tokens were not enough";
        } catch (MalformedAnswerException e) {
            return "Something else: " + e.answer().text();
        }
        // end::failures[]
    }

    RawJson byHand(String question) {
        // tag::byhand[]
        JsonSchema schema = JsonSchema.of("""
                {"type": "object",
                 "properties": {"answer": {"type": "string", "enum": ["yes", "no"]}},
                 "required": ["answer"],
                 "additionalProperties": false}""");
        MessageRequest request = MessageRequest.builder()
                .user(question)
                .outputConfig(OutputConfig.format(OutputFormat.jsonSchema(schema.json())))
                .build();
        RawJson answer = RawJson.of(claude.generate(request).text());
        // end::byhand[]
        return answer;
    }
}

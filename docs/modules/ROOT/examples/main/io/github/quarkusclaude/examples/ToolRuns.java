package io.github.quarkusclaude.examples;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.schema.Description;
import io.github.quarkusclaude.tool.ToolDecision;
import io.github.quarkusclaude.tool.ToolDefinition;
import io.github.quarkusclaude.tool.ToolResult;
import io.github.quarkusclaude.tool.ToolRun;
import io.github.quarkusclaude.tool.ToolRunEvent;
import io.github.quarkusclaude.tool.ToolRunException;
import io.github.quarkusclaude.tool.ToolRunner;
import io.smallrye.mutiny.Multi;

/** Runs that use tools until the model has answered. */
@ApplicationScoped
public class ToolRuns {

    private static final Logger LOG = Logger.getLogger(ToolRuns.class);

    @Inject
    ClaudeClient claude;

    @Inject
    ReactiveClaudeClient reactive;

    String umbrella(String question) {
        // tag::run[]
        ToolRun run = claude.toolRunner() // <1>
                .tools(WeatherTools.class) // <2>
                .run(question); // <3>
        return run.text();
        // end::run[]
    }

    // tag::record[]
    record Article(@Description("As in the catalogue") String name, // <1>
            Optional<Integer> warehouse) {
    }

    ToolRun ofRecord(String question) {
        ToolDefinition stock = ToolDefinition.of("stock_level", "How many pieces of an article are in stock",
                Article.class, // <2>
                (article, call) -> ToolResult.of("There are 7 of " + article.name())); // <3>
        return claude.toolRunner().tools(stock).run(question);
    }
    // end::record[]

    ToolRun byHand(String question) {
        // tag::definition[]
        ToolDefinition stock = ToolDefinition.of("stock_level", "How many pieces of an article are in stock", RawJson.of("""
                {"type": "object", "properties": {"article": {"type": "string"}}, "required": ["article"]}
                """), call -> { // <1>
            String article = call.input().tree().path("article").asText();
            return article.isBlank() ? ToolResult.error("Which article?") : ToolResult.of("There are 7 of " + article); // <2>
        });
        ToolRun run = claude.toolRunner().tools(stock).run(question);
        // end::definition[]
        return run;
    }

    ToolRun limited(MessageRequest request) {
        // tag::limits[]
        ToolRunner runner = claude.toolRunner().allTools()
                .maxSteps(10) // <1>
                .timeLimit(Duration.ofMinutes(2)) // <2>
                .costLimit(new BigDecimal("0.50")) // <3>
                .maxParallelTools(4);
        ToolRun run = runner.run(request);
        return switch (run.stop()) { // <4>
            case TIME_LIMIT -> runner.resume(run); // <5>
            default -> run;
        };
        // end::limits[]
    }

    ToolRun approved(String question) {
        // tag::approval[]
        ToolRun run = claude.toolRunner().tools(WeatherTools.class)
                .approval(call -> call.name().startsWith("lake") ? ToolDecision.deny("Nobody swims today")
                        : ToolDecision.approve())
                .run(question);
        // end::approval[]
        return run;
    }

    ToolRun askSomebody(String question, String decision) {
        // tag::pending[]
        MessageRequest request = MessageRequest.builder().user(question)
                .tool(Tool.of("ask_manager", "Asks the manager for a refund", RawJson.of("{\"type\": \"object\"}"))) // <1>
                .build();
        ToolRun run = claude.toolRunner().run(request);
        if (run.stop() == ToolRun.Stop.PENDING) { // <2>
            ToolResultBlock answer = ToolResultBlock.of(run.pending().get(0).id(), decision);
            run = claude.toolRunner().resume(run, answer); // <3>
        }
        // end::pending[]
        return run;
    }

    // tag::stream[]
    Multi<String> stream(String question) {
        return reactive.toolRunner().tools(WeatherTools.class).stream(question).onItem().transform(event -> {
            if (event instanceof ToolRunEvent.Text text) {
                return text.text();
            }
            return event instanceof ToolRunEvent.ToolCalled called ? "[" + called.call().name() + "]" : "";
        });
    }
    // end::stream[]

    ToolRun persistent(String question) {
        // tag::failure[]
        ToolRunner runner = claude.toolRunner().tools(WeatherTools.class);
        try {
            return runner.run(question);
        } catch (ToolRunException e) {
            LOG.warnf("Going on after %d answers", e.run().answers().size());
            return runner.resume(e.run());
        }
        // end::failure[]
    }

    // tag::observer[]
    void audit(@Observes ToolRunEvent.ToolCalled event) {
        LOG.infof("Step %d runs %s", event.step(), event.call().name());
    }
    // end::observer[]
}

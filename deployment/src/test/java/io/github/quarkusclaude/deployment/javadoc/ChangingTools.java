package io.github.quarkusclaude.deployment.javadoc;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.github.quarkusclaude.tool.BeanTools;
import io.github.quarkusclaude.tool.ClaudeTool;

/** A tool that tells how it is described. */
@Path("description")
public class ChangingTools {

    @Inject
    BeanTools tools;

    @GET
    public String description() {
        return tools.named("say").tool().description();
    }

    /** Says the first thing. */
    @ClaudeTool
    String say() {
        return "";
    }
}

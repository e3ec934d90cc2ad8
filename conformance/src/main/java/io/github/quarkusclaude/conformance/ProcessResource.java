package io.github.quarkusclaude.conformance;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.limits.RateLimitWarning;

/** What this process is, and what happened in it. */
@Path("/process")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public class ProcessResource {

    private final Queue<RateLimitWarning> warnings = new ConcurrentLinkedQueue<>();

    void observe(@Observes RateLimitWarning warning) {
        warnings.add(warning);
    }

    @GET
    public ObjectNode process() {
        return JsonNodeFactory.instance.objectNode().put("native",
                "runtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode")));
    }

    /** The warnings about limits since they were asked for last. */
    @GET
    @Path("warnings")
    public ArrayNode warnings() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (RateLimitWarning warning = warnings.poll(); warning != null; warning = warnings.poll()) {
            json.addObject().put("bucket", warning.bucket()).put("modelClass", warning.modelClass())
                    .put("limit", warning.limit()).put("remaining", warning.remaining());
        }
        return json;
    }
}

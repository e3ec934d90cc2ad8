package io.github.quarkusclaude.transport;

import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/**
 * The resources of the API whose answers come in one piece. Bodies are bytes: the wire model reads and writes
 * itself. The headers of the client are set in {@link UnaryCalls}.
 */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface ClaudeApi {

    @POST
    @Path("/messages")
    Uni<Response> createMessage(@BeanParam CallHead head, EncodedRequest request);

    @POST
    @Path("/messages/count_tokens")
    Uni<Response> countTokens(@BeanParam CallHead head, EncodedRequest request);

    @GET
    @Path("/models")
    Uni<Response> listModels(@BeanParam CallHead head, @QueryParam("limit") int limit,
            @QueryParam("after_id") @Nullable String afterId, @QueryParam("lifecycle[]") List<String> lifecycle);

    @GET
    @Path("/models/{id}")
    Uni<Response> model(@BeanParam CallHead head, @PathParam("id") String id);

    @GET
    @Path("/files")
    Uni<Response> listFiles(@BeanParam CallHead head, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("page") @Nullable String page, @QueryParam("after_id") @Nullable String afterId,
            @QueryParam("ids[]") @Nullable List<String> ids);

    @GET
    @Path("/files/{id}")
    Uni<Response> file(@BeanParam CallHead head, @PathParam("id") String id);

    @DELETE
    @Path("/files/{id}")
    Uni<Response> deleteFile(@BeanParam CallHead head, @PathParam("id") String id);

    @GET
    @Path("/messages/batches")
    Uni<Response> listBatches(@BeanParam CallHead head, @QueryParam("limit") int limit,
            @QueryParam("after_id") @Nullable String afterId);

    @GET
    @Path("/messages/batches/{id}")
    Uni<Response> batch(@BeanParam CallHead head, @PathParam("id") String id);

    @POST
    @Path("/messages/batches/{id}/cancel")
    Uni<Response> cancelBatch(@BeanParam CallHead head, @PathParam("id") String id);

    @DELETE
    @Path("/messages/batches/{id}")
    Uni<Response> deleteBatch(@BeanParam CallHead head, @PathParam("id") String id);
}

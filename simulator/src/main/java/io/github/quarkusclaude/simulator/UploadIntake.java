package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import io.netty.handler.codec.DecoderException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;

/** Takes in a form with a file, whose bytes go to a file of the system at once, or nowhere. */
final class UploadIntake implements Intake {

    private static final String FORM = "multipart/form-data";
    private static final Intake NO_FORM = Intake.upTo(32 * 1024 * 1024);

    private final long mostBytes;
    private final boolean keeping;

    /** @param keeping whether the bytes are kept; otherwise they are only counted */
    UploadIntake(long mostBytes, boolean keeping) {
        this.mostBytes = mostBytes;
        this.keeping = keeping;
    }

    @Override
    public void receive(HttpServerRequest request, Consumer<RequestBody> whenComplete) {
        String contentType = Optional.ofNullable(request.getHeader("content-type")).orElse("");
        if (!contentType.toLowerCase(Locale.ROOT).startsWith(FORM)) {
            NO_FORM.receive(request, whenComplete);
            return;
        }
        Upload upload = new Upload(mostBytes);
        Promise<Void> ended = Promise.promise();
        Future<?>[] stored = { Future.succeededFuture() };
        request.exceptionHandler(failure -> {
            upload.markBroken();
            ended.tryComplete();
        });
        request.endHandler(end -> {
            upload.expiresInSeconds(request.getFormAttribute("expires_in_seconds"));
            ended.tryComplete();
        });
        request.uploadHandler(part -> {
            if (part.name().equals("file")) {
                stored[0] = store(part, upload);
            } else {
                part.handler(ignored -> {
                });
            }
        });
        try {
            request.setExpectMultipart(true);
        } catch (IllegalStateException | DecoderException e) {
            upload.markBroken();
        }
        ended.future().onComplete(end -> Future.join(List.of(stored[0])).onComplete(done -> {
            if (done.failed()) {
                upload.markBroken();
            }
            whenComplete.accept(RequestBody.of(upload));
        }));
    }

    private Future<?> store(HttpServerFileUpload part, Upload upload) {
        upload.begin(part.filename(), Optional.ofNullable(part.contentType()).orElse(""));
        if (!keeping) {
            Promise<Void> counted = Promise.promise();
            part.handler(bytes -> upload.count(bytes.length()));
            part.exceptionHandler(counted::tryFail);
            part.endHandler(end -> counted.tryComplete());
            return counted.future().onSuccess(all -> upload.keep(new FileContent.Forgotten(upload.size())));
        }
        part.pause();
        FileSystem files = Vertx.currentContext().owner().fileSystem();
        return files.createTempFile("claude-simulator-", ".upload")
                .compose(path -> files.open(path, new OpenOptions().setCreate(false))
                        .compose(file -> write(part, file, upload))
                        .onSuccess(written -> upload.keep(new FileContent.OnDisk(path, upload.size())))
                        .onFailure(failure -> files.delete(path)));
    }

    private static Future<Void> write(HttpServerFileUpload part, AsyncFile file, Upload upload) {
        Promise<Void> read = Promise.promise();
        part.handler(bytes -> {
            if (upload.count(bytes.length())) {
                file.write(bytes).onFailure(read::tryFail);
                if (file.writeQueueFull()) {
                    part.pause();
                    file.drainHandler(drained -> part.resume());
                }
            }
        });
        part.exceptionHandler(read::tryFail);
        part.endHandler(end -> read.tryComplete());
        part.resume();
        return read.future().eventually(() -> file.close());
    }
}

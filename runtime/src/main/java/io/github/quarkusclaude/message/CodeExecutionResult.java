package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * What code or a shell command did that the model ran on the API's servers.
 *
 * @param type {@code code_execution_result}, {@code encrypted_code_execution_result} or {@code bash_code_execution_result}
 * @param stdout what it wrote to its output; absent if encrypted
 * @param encryptedStdout the output in a form that only the API reads
 * @param stderr what it wrote to its error output
 * @param returnCode its exit code, 0 for success
 * @param content the files it made
 * @param additionalFields fields this version does not know
 */
public record CodeExecutionResult(@Nullable String type, @Nullable String stdout, @Nullable String encryptedStdout,
        @Nullable String stderr, @Nullable Integer returnCode, @Nullable List<CodeExecutionFile> content,
        Map<String, RawJson> additionalFields) implements ServerToolResult {

    static final String CODE = "code_execution_result";
    static final String ENCRYPTED = "encrypted_code_execution_result";
    static final String BASH = "bash_code_execution_result";

    public CodeExecutionResult {
        content = content == null ? null : List.copyOf(content);
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static CodeExecutionResult read(FieldReader fields) throws IOException {
        String stdout = null;
        String encryptedStdout = null;
        String stderr = null;
        Integer returnCode = null;
        List<CodeExecutionFile> content = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "stdout" -> stdout = fields.text();
                case "encrypted_stdout" -> encryptedStdout = fields.text();
                case "stderr" -> stderr = fields.text();
                case "return_code" -> returnCode = fields.integer();
                case "content" -> content = fields.objects(CodeExecutionFile::readFrom);
                default -> fields.keep();
            }
        }
        return new CodeExecutionResult(fields.type(), stdout, encryptedStdout, stderr, returnCode, content, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("stdout", stdout)
                .field("encrypted_stdout", encryptedStdout)
                .field("stderr", stderr)
                .field("return_code", returnCode)
                .objects("content", content).end();
    }
}

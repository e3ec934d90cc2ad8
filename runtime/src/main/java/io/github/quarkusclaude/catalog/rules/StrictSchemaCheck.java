package io.github.quarkusclaude.catalog.rules;

import java.util.List;

import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.OutputFormat;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.schema.StrictSchemas;

/** The API can make the model follow the schemas of the answer and of the strict tools, one by one and together. */
final class StrictSchemaCheck implements RequestCheck {

    @Override
    public void check(RuleContext context) {
        MessageRequest request = context.asked();
        StrictSchemas schemas = new StrictSchemas();
        List<Tool> tools = request.tools() == null ? List.of() : request.tools();
        for (int i = 0; i < tools.size(); i++) {
            Tool tool = tools.get(i);
            if (Boolean.TRUE.equals(tool.strict()) && tool.inputSchema() != null) {
                schemas.addTool("tools." + i + ".input_schema", tool.inputSchema().tree());
            }
        }
        OutputFormat format = request.outputConfig() == null ? null : request.outputConfig().format();
        if (format != null && format.schema() != null) {
            schemas.add("output_config.format.schema", format.schema().tree());
        }
        schemas.problems().forEach(context::problem);
    }
}

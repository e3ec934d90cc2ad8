package io.github.quarkusclaude.deployment.tool;

import io.quarkus.arc.processor.InvokerInfo;
import io.quarkus.builder.item.MultiBuildItem;

/**
 * A tool method of a bean.
 */
final class ToolMethodBuildItem extends MultiBuildItem {

    private final ToolMethodReader.Found found;
    private final String beanClass;
    private final InvokerInfo invoker;

    ToolMethodBuildItem(ToolMethodReader.Found found, String beanClass, InvokerInfo invoker) {
        this.found = found;
        this.beanClass = beanClass;
        this.invoker = invoker;
    }

    ToolMethodReader.Found found() {
        return found;
    }

    String beanClass() {
        return beanClass;
    }

    InvokerInfo invoker() {
        return invoker;
    }
}

package io.github.quarkusclaude.simulator;

/** A container that is to be used again was given out before. */
final class ContainersCheck implements RequestCheck {

    private final ContainerStore containers;

    ContainersCheck(ContainerStore containers) {
        this.containers = containers;
    }

    @Override
    public void check(MessagesRequest request) {
        Located container = request.field("container");
        if (container.node().isTextual()) {
            containers.demand(container);
        } else if (container.has("id")) {
            containers.demand(container.field("id"));
        }
    }
}

package io.github.quarkusclaude.simulator;

import java.util.ArrayDeque;
import java.util.Deque;

/** Faults ordered in Java, in the order in which requests will meet them. */
final class FaultQueue {

    private record Order(int requests, Faults faults) {
    }

    private final Deque<Order> orders = new ArrayDeque<>();

    synchronized void add(int requests, Faults faults) {
        orders.addLast(new Order(requests, faults));
    }

    synchronized Faults next() {
        Order order = orders.pollFirst();
        if (order == null) {
            return Faults.NONE;
        }
        if (order.requests() > 1) {
            orders.addFirst(new Order(order.requests() - 1, order.faults()));
        }
        return order.faults();
    }

    synchronized void clear() {
        orders.clear();
    }
}

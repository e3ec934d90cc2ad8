package io.github.quarkusclaude.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Faults ordered in Java, in the order in which requests will meet them. */
final class FaultQueue {

    private record Order(int requests, List<Fault> faults) {
    }

    private final Deque<Order> orders = new ArrayDeque<>();

    synchronized void add(int requests, List<Fault> faults) {
        orders.addLast(new Order(requests, faults));
    }

    synchronized List<Fault> next() {
        Order order = orders.pollFirst();
        if (order == null) {
            return List.of();
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

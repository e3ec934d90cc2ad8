/**
 * The model catalogue: which Claude models exist, what each of them accepts, what it costs, how long it lives, and which
 * subscription tier may use it.
 * <p>
 * {@link io.github.quarkusclaude.catalog.ModelCatalog} answers questions about models and
 * {@link io.github.quarkusclaude.catalog.ModelAccess} answers questions about tiers; both can be injected. Everything is
 * immutable and safe to share between threads. The numbers come from a catalogue file that is read, checked and recorded
 * when the application is built ({@code quarkus.claude.catalog.profile}), changed by the application's own entries
 * ({@code quarkus.claude.catalog.models."id"…}). Nothing is read or asked over the network at run time,
 * unless the application asks a client for its {@code currentCatalog()}.
 * <p>
 * <b>What is not known is never guessed.</b> One rule holds for all types of this package:
 * <ul>
 * <li>a yes/no question or a choice is answered by an enum that has a constant {@code UNKNOWN};</li>
 * <li>an unknown number, date, price or text is {@code null}, and the component is marked {@code @Nullable};</li>
 * <li>an unknown list is empty;</li>
 * <li>a lookup that may find nothing returns an {@link java.util.Optional}.</li>
 * </ul>
 */
@NullMarked
package io.github.quarkusclaude.catalog;

import org.jspecify.annotations.NullMarked;

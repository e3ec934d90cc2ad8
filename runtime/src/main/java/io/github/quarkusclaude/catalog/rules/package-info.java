/**
 * One request that fits every model: takes what an application asks for and makes of it what the model of the request
 * accepts. The facts about models are in the {@linkplain io.github.quarkusclaude.catalog catalogue}; what follows from them
 * is here, one class for each rule.
 * <p>
 * Three things happen to a request, in this order: what it leaves out is filled in, it is checked against the rules of the
 * API that hold for every model, and it is fitted to its model. Nothing here talks to the network. Applications need none
 * of these types; they are public because the transport and the message batches use them.
 */
@NullMarked
package io.github.quarkusclaude.catalog.rules;

import org.jspecify.annotations.NullMarked;

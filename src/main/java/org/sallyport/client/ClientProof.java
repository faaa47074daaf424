package org.sallyport.client;

import java.util.function.Predicate;
import org.sallyport.protocol.ClientId;

/**
 * What a request says to prove who sent it.
 *
 * @param claimed who it says it is
 * @param proves whether it is so
 */
public record ClientProof(ClientId claimed, Predicate<Client> proves) {}

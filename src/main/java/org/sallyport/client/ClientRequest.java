package org.sallyport.client;

import java.util.Optional;
import org.sallyport.protocol.Parameters;

/**
 * A request by which a client authenticates (RFC 6749 §3.2.1).
 *
 * @param form the parameters of its body
 * @param authorization its Authorization header
 * @param address where it came from
 */
public record ClientRequest(Parameters form, Optional<String> authorization, String address) {}

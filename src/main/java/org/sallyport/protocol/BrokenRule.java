package org.sallyport.protocol;

/**
 * What an authorization request fell short of, in parts: for those who help its developer.
 *
 * @param rule the name of the rule
 * @param section where it is written, such as {@code RFC 7636 §4.3}
 * @param parameter the parameter it is about; empty if it is about the request as a whole
 * @param expected what would be taken
 * @param received what came: printable and shortened, or its length alone where it may be a secret;
 *     empty if nothing came
 */
public record BrokenRule(
    String rule, String section, String parameter, String expected, String received) {}

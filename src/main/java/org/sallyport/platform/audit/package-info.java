/**
 * The audit log: one line for each event, in the log {@code org.sallyport.audit}.
 *
 * <p>{@link AuditEvent} lists the events. Each is a record; its components become {@code
 * name=value} pairs, so a new event is one record. There are two kinds: a deed, written with {@code
 * result=ok}, and a refusal, with {@code result=refused}. {@link AuditLine} writes an event as text
 * or as JSON, as {@code log.format} says. Values are escaped, so none can begin a line of its own
 * (CWE-117). No event contains a secret or what somebody typed as a name.
 *
 * <p>{@link CaseNumber} is the random number of a refusal. The answer shows it and the log has it,
 * so that support finds one from the other.
 *
 * <p>{@link Audit} writes the lines and adds the address of the browser or client, which a filter
 * sets for the thread of a request. It also counts events for the metrics, as {@code events_total}
 * by event, result and kind.
 *
 * <p>Whoever does or refuses something calls it: the doors, {@code interaction}, {@code keys} and
 * the error answers of {@code platform.http}. It stores nothing beside the log; how long that is
 * kept is up to the server.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;

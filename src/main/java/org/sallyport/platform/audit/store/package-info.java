/**
 * The audit store: events as rows, beside the lines of the log.
 *
 * <p>{@link AuditStore} is told of every event that {@code platform.audit} records. A deed becomes
 * a row in the transaction in which it is done, or in one of its own: without the row it is not
 * done. A refusal goes into a queue that no request waits for: {@link RefusalQuota} bounds what one
 * network gets, {@link WaitingRefusals} drops strangers' first, {@link RefusalWriter} writes
 * batches, and {@link DroppedRefusals} counts what is not kept.
 *
 * <p>{@link AuditEvents} is the way to read: the events of a person, and the story of a case
 * number. Rows of a feature may tell events while they stand, as grants do; {@link AuditSource}
 * gives those, and the feature copies them by {@link AuditRows} when it deletes its rows.
 *
 * <p>{@link AuditQueries} has the SQL and {@link AuditColumns} the columns, over plain connections,
 * since commands read them without a server. A row has subjects, no names, and no secret. On
 * PostgreSQL {@link AuditPartitions} makes a partition for each month.
 *
 * <p>{@code platform.audit} calls it as a sink; {@code grant} and {@code client} contribute. It
 * calls {@code platform.persistence}; there are no routes.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.audit.store;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;

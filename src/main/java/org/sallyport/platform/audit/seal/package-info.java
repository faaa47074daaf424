/**
 * The seal of the audit: rows in chains, checkpoints over the chains, and their verification.
 *
 * <p>{@link Sealer} runs on each node. Each second it appends the rows that were committed since to
 * a chain that no other node holds just now ({@link Chains}). A row has its place and a code over
 * its columns, its place and the code of the row before, under a key that is derived from the
 * master key ({@link SealedRow}). Each minute, if there is something new, one node takes a {@link
 * Checkpoint}: the newest place of every chain, authenticated alike. The log has its number and its
 * code.
 *
 * <p>A row is unsealed, for about a second; sealed; covered by a checkpoint; or deleted by {@link
 * AuditRetention}, which keeps the checkpoint that tells where the chains begin then.
 *
 * <p>{@link AuditVerification} walks all of this and gives an {@link AuditReport}; it runs in a
 * command of the WAR, over a plain connection. {@link AuditExport} gives the rows as JSON, in the
 * order in which they were sealed, so that a reader with an {@link AuditCursor} misses none.
 *
 * <p>This package reads and writes the table of {@code platform.audit.store}; {@code command} calls
 * it. There are no routes.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.audit.seal;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;

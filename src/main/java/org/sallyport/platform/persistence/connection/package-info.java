/**
 * How the database is connected: products, pool, migrations, and which faults pass.
 *
 * <p>{@link OpenDatabase} does everything in order: protect the file of an embedded database,
 * connect the pool, run the migrations, map the entities. A database that cannot be used keeps the
 * server from starting, with a sentence that names the setting.
 *
 * <ul>
 *   <li>{@link DatabaseProduct}: H2 and PostgreSQL, with their drivers and options
 *   <li>{@link ServerSource}: a datasource of the server instead, set as {@code jndi:…}
 *   <li>{@link ConnectionPool}: connections and time-outs; one that has lost its primary is dropped
 *   <li>{@link LateBegin}: a transaction begins with the first statement that writes
 *   <li>{@link Migrations}: the steps in {@code db/migration}; a new file has to be listed here
 *   <li>{@link EmbeddedFile}: the file of H2, readable by its owner only
 * </ul>
 *
 * <p>{@link StoreFault} tells a fault that passes (lost connection, lost race, full disk) from one
 * that does not, for both products. {@link WriteFaults} remembers that the database refused to
 * write.
 *
 * <p>{@code Database} in {@code platform.persistence} is the caller; it keeps the result open until
 * the end. This package calls {@code platform.persistence.mapping} and reads the settings {@code
 * database.…}.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.persistence.connection;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;

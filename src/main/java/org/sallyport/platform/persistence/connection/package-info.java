/**
 * How the database is connected: products, pool, migrations, and which of its faults pass.
 *
 * <p>{@link org.sallyport.platform.persistence.connection.OpenDatabase} does it in order: guard the
 * file of an embedded database, connect the pool, run the migrations in {@code db/migration}, map
 * the entities. Its only caller is {@code Database}, one package up. A database that cannot be used
 * keeps the server from starting, with a sentence that names the setting.
 *
 * <p>Connections come from H2 or PostgreSQL by {@link
 * org.sallyport.platform.persistence.connection.DatabaseProduct}, or from a datasource of the
 * server ({@code jndi:}). {@link org.sallyport.platform.persistence.connection.StoreFault} tells a
 * fault that passes from one that does not, for both products.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.persistence.connection;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;

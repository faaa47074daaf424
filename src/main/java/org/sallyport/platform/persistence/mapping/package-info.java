/**
 * How entities become rows: the persistence unit, its converters, and what entities share.
 *
 * <p>A feature names its entities in a bean of type {@link Entities}; there is no {@code
 * persistence.xml}. {@link PersistenceUnitFactory} makes the persistence unit, and refuses tables
 * that do not fit the entities. {@link Converters} store the values of {@code protocol} as columns.
 *
 * <p>Rows that come from the configuration file embed an {@link Enablement}. Such a row is
 *
 * <ul>
 *   <li>enabled: may act
 *   <li>disabled, or left the file: may not; what it was given before is void once it has ended
 *   <li>back within {@code configuration.leave-grace}: as if it had never left
 * </ul>
 *
 * <p>An entity compares a stored time with now by {@link StoredTime}: a time that a wrong clock has
 * dated ahead grants nothing.
 *
 * <p>Hibernate is limited: it generates no classes ({@link NoGeneratedClasses}), maps no documents
 * ({@link NoDocuments}), and forgets classes of the server when the application ends ({@link
 * ForeignClasses}), so that nothing of it stays in memory.
 *
 * <p>{@code platform.persistence.connection} calls it at start; {@code client}, {@code person},
 * {@code session}, {@code grant} and {@code keys} use its types.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.persistence.mapping;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;

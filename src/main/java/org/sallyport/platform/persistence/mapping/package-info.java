/**
 * How entities become rows: the persistence unit, its converters, and what entities share.
 *
 * <p>A feature names its entities by a bean of type {@link
 * org.sallyport.platform.persistence.mapping.Entities}; there is no {@code persistence.xml}. The
 * values of {@code protocol} are columns by the converters here. Rows that the configuration file
 * makes embed an {@link org.sallyport.platform.persistence.mapping.Enablement}; every entity that
 * compares a stored time with now does so by {@link
 * org.sallyport.platform.persistence.mapping.StoredTime}, which grants nothing for what a wrong
 * clock has dated ahead.
 *
 * <p>Hibernate is kept from generating classes, from documents of JSON and XML, and from the class
 * loader of an application that was undeployed.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.persistence.mapping;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;

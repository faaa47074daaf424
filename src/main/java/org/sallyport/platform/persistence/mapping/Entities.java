package org.sallyport.platform.persistence.mapping;

import java.util.List;

/** The entity classes of one feature; a bean of this type makes them known to the store. */
public interface Entities {

  /** The classes annotated as entities. */
  List<Class<?>> classes();
}

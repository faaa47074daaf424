/** The product's beans inside the server that runs them. */
@NullMarked
package org.sallyport.container;

import org.jspecify.annotations.NullMarked;

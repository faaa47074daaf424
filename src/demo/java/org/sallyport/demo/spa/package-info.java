/** What the single-page application needs of the server that its files come from. */
@NullMarked
package org.sallyport.demo.spa;

import org.jspecify.annotations.NullMarked;

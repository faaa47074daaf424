/** What the demo's applications have in common. */
@NullMarked
package org.sallyport.demo;

import org.jspecify.annotations.NullMarked;

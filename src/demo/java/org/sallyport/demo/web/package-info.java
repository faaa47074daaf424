/** The server-side application, and what the demo's pages need of their server. */
@NullMarked
package org.sallyport.demo.web;

import org.jspecify.annotations.NullMarked;

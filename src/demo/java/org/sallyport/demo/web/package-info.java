/** The server-side application: a confidential client that keeps tokens to itself. */
@NullMarked
package org.sallyport.demo.web;

import org.jspecify.annotations.NullMarked;
